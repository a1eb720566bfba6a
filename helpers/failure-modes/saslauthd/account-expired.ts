import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, fromSaslauthd, loginOfUser, refusedByBackEnd, saslManual, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { ofMail } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/account-expired',
  kind: 'fault',
  title: 'the account may not log in, whatever its password: expired, locked, or forbidden by PAM',
  cause:
    'PAM and `-a shadow` check the account after the password: it has expired, its password has to be changed first, or a rule of the account phase forbids it. "PAM acct error" says that the password was right; it meets all users of a database where the account phase asks pam_unix, which does not know them. pam_faillock, pam_tally and LDAP’s own policy lock an account, for a while or for good, after wrong passwords.',
  symptoms: {
    log: [
      refusedByBackEnd(
        /\[user=[^\]]*\] \[service=\w+\] \[realm=[^\]]*\] (?:\[remote=[^\]]*\] )?\[mech=pam\] \[reason=PAM acct error\]$/,
        '[user=alice] [service=smtp] [realm=example.test] [mech=pam] [reason=PAM acct error]',
        'names',
      ),
      fromSaslauthd(
        /^pam_unix\(smtp:account\): (?:account \S+ has expired|expired password for user) /,
        'pam_unix(smtp:account): account alice has expired (account expired)',
        'names',
      ),
      {
        ...fromSaslauthd(
          /^DEBUG: auth_pam: pam_acct_mgmt failed: /,
          'DEBUG: auth_pam: pam_acct_mgmt failed: User account has expired',
          'names',
        ),
        alternative: true,
      },
      verificationFailed,
      loginRefused,
      {
        pattern: new RegExp(
          `\\[mech=shadow\\] \\[reason=(?:Account|Password) expired\\]$|pam_faillock${ofMail}: Consecutive login failures for user|pam_ldap${ofMail}: Account is permanently locked`,
        ),
        specimen:
          'saslauthd[9]: pam_faillock(smtp:auth): Consecutive login failures for user alice account temporarily locked',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: new RegExp(
          `pam_sss${ofMail}: received for user \\S+: 1[23] \\(|pam_tally2?${ofMail}: user \\S+ \\(\\d+\\) tally \\d+, deny \\d+`,
        ),
        specimen:
          'saslauthd[9]: pam_sss(smtp:auth): received for user alice: 12 (Authentication token is no longer valid; new one required)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words:
      'See when account and password expire, or who has locked the account, and lift it; for users of a database name their module in the account phase, too.',
    commands: ['chage -l alice', 'chage -E -1 alice', 'faillock --user alice', 'grep -n account /etc/pam.d/smtp'],
  },
  reproduction: {
    inject: `${asksPam}
chage -E 1 alice`,
    provoke: [loginOfUser],
    repair: 'chage -E -1 alice',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: [saslManual],
};
