import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, fromSaslauthd, loginWith, saslManual } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { kerberosRefuses, ofMail, pamFailed, pamSaidNo } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-no-such-account',
  kind: 'client',
  title: 'a client logs in with a name that a module of PAM does not know',
  cause:
    'saslauthd asked PAM, and pam_unix or another module knows no account of that name: it is mistyped, the user exists only in sasldb2 or in a database that these rules do not ask, or somebody tries names. Where a further module follows, pam_unix says so of each of its users, and why the login failed is in a later line. `getpwnam` is of the account phase: the password was right.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^(?:pam_unix\((?!dovecot)[\w-]+:auth\):|\(pam_unix\)) check pass; user unknown$|^pam_mysql - SELECT returned no result|^pam_sss\(smtp:auth\): received for user \S+: 10 /,
        'pam_unix(smtp:auth): check pass; user unknown',
        'names',
      ),
      pamFailed,
      pamSaidNo,
      verificationFailed,
      loginRefused,
      {
        pattern: new RegExp(
          `pam_userdb${ofMail}: user \`[^']*' not found in the database|pam_ldap${ofMail}: User not known to the underlying|pam_\\w+${ofMail}: could not identify user \\(from getpwnam\\(`,
        ),
        specimen: "saslauthd[9]: pam_userdb(smtp:auth): user `alice' not found in the database",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: new RegExp(`pam_winbind${ofMail}: request wbcLogonUser failed: .*NT_STATUS_NO_SUCH_USER`),
        specimen:
          'saslauthd[9]: pam_winbind(smtp:auth): request wbcLogonUser failed: WBC_ERR_AUTH_ERROR, PAM error: PAM_USER_UNKNOWN (10), NTSTATUS: NT_STATUS_NO_SUCH_USER, Error message was: No such user',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^DEBUG: auth_pam: pam_authenticate failed: User not known to the underlying authentication module$/,
        specimen:
          'saslauthd[9]: DEBUG: auth_pam: pam_authenticate failed: User not known to the underlying authentication module',
        strength: 'suggests',
        alternative: true,
      },
      kerberosRefuses,
      {
        pattern: /pam_mysql - pam_mysql_check_passwd\(\) returning 1\b/,
        specimen: 'saslauthd[9]: pam_mysql - pam_mysql_check_passwd() returning 1.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words:
      'Correct the name in the client, make the account, or name the module in /etc/pam.d/smtp that knows the users.',
    commands: ['getent passwd carol', 'cat /etc/pam.d/smtp'],
  },
  reproduction: { inject: asksPam, provoke: [loginWith('secret', 'carol')], repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: [saslManual],
};
