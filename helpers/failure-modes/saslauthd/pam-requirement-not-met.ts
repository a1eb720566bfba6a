import type { FailureMode } from '../../model/failure-mode';
import { ofMail } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-requirement-not-met',
  kind: 'client',
  title: 'a rule of PAM asks something of the account that it does not have',
  cause:
    'A rule of pam_succeed_if in /etc/pam.d, such as uid >= 1000 or membership of a group, or pam_listfile or pam_access, ends the login of root, of system accounts and of others. In Red Hat’s password-auth the rule stands behind pam_unix: there the line only follows a wrong password for an account such as root, as robots try it.',
  symptoms: {
    log: [
      {
        pattern:
          /pam_succeed_if\((?!(?:sshd|sudo|su|su-l|login|crond?|gdm[\w-]*):)[\w-]+:auth\): requirement "[^"]*" (?:not met|was not met) by user/,
        specimen: 'saslauthd[9]: pam_succeed_if(smtp:auth): requirement "uid >= 1000" not met by user "root"',
        strength: 'names',
      },
      {
        pattern:
          /pam_(?:listfile\((?!(?:sshd|vsftpd|login|crond?):)\S+\): Refused|access\((?!(?:sshd|sudo|su|su-l|login|crond?|systemd-user):)\S+\): access denied for) user /,
        specimen: 'saslauthd[9]: pam_listfile(smtp:auth): Refused user alice for service smtp',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: new RegExp(`pam_ldap${ofMail}: uid below minimum_uid|pam_sss${ofMail}: Access denied for user `),
        specimen: 'saslauthd[9]: pam_ldap(smtp:auth): uid below minimum_uid; user=alice uid=500',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words: 'Use an account that the rule permits, or change the rule for smtp.',
    commands: ['cat /etc/pam.d/smtp', 'id alice'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.cyrusimap.org/sasl/sasl/authentication_mechanisms.html'],
};
