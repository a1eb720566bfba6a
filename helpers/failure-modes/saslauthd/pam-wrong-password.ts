import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, fromSaslauthd, loginWith, saslManual } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { kerberosRefuses, ofMail, pamFailed, pamSaidNo } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-wrong-password',
  kind: 'client',
  title: 'a user of PAM sends a wrong password',
  cause:
    'saslauthd asked PAM, and pam_unix compared the password with that of the system account: they differ, or the ' +
    'account is locked. The refusal comes late, after about two seconds.',
  symptoms: {
    log: [
      fromSaslauthd(
        /^(?:pam_(?:unix|sss)\([\w-]+:auth\):|\(pam_unix\)) authentication failure; .* user=\S+$|^pam_sss\(smtp:auth\): received for user \S+: 7 /,
        'pam_unix(smtp:auth): authentication failure; logname= uid=0 euid=0 tty= ruser= rhost=  user=alice',
        'suggests',
      ),
      pamFailed,
      pamSaidNo,
      verificationFailed,
      loginRefused,
      {
        pattern: new RegExp(
          `pam_userdb${ofMail}: user \`[^']*' denied access \\(incorrect password\\)|pam_ldap${ofMail}: Authentication failure; user=`,
        ),
        specimen: "saslauthd[9]: pam_userdb(smtp:auth): user `alice' denied access (incorrect password)",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: new RegExp(
          `pam_winbind${ofMail}: request wbcLogonUser failed: WBC_ERR_AUTH_ERROR.*NT_STATUS_WRONG_PASSWORD`,
        ),
        specimen:
          'saslauthd[9]: pam_winbind(smtp:auth): request wbcLogonUser failed: WBC_ERR_AUTH_ERROR, PAM error: PAM_AUTH_ERR (7), NTSTATUS: NT_STATUS_WRONG_PASSWORD, Error message was: Wrong Password',
        strength: 'names',
        alternative: true,
      },
      kerberosRefuses,
      {
        // PAM_MYSQL_ERR_MISMATCH: another password, or a hash that crypt= does not fit.
        pattern: /pam_mysql - pam_mysql_check_passwd\(\) returning 6\b/,
        specimen: 'saslauthd[9]: pam_mysql - pam_mysql_check_passwd() returning 6.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Correct the password in the client, or see whether the account is locked (L) and set a new one.',
    commands: ['passwd -S alice', 'passwd alice'],
  },
  reproduction: { inject: asksPam, provoke: [loginWith('wrong')], repair: '', toldBy: 'log' },
  versions: {},
  noticedBy: [],
  references: [saslManual],
};
