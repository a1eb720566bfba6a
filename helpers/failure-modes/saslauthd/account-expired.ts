import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, fromSaslauthd, loginOfUser, refusedByBackEnd, saslManual, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';

export const mode: FailureMode = {
  id: 'saslauthd/account-expired',
  kind: 'fault',
  title: 'the password is right, and PAM refuses the account',
  cause:
    'PAM checks the account after the password: it has expired, its password has to be changed first, or a rule of ' +
    'the account phase forbids it. "PAM acct error" says that the password was right. With `-a shadow` the same ' +
    'account may get in or look like a wrong password.',
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
        pattern:
          /\[mech=shadow\] \[reason=(?:Account|Password) expired\]$|pam_faillock\(\S+\): Consecutive login failures for user|pam_ldap\(\S+\): Account is permanently locked/,
        specimen:
          'saslauthd[9]: pam_faillock(smtp:auth): Consecutive login failures for user alice account temporarily locked',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /pam_sss\(\S+\): received for user \S+: 1[23] \(|pam_tally2?\(\S+\): user \S+ \(\d+\) tally \d+, deny \d+/,
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
    words: 'See when account and password expire, and lift it.',
    commands: ['chage -l alice', 'chage -E -1 alice'],
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
