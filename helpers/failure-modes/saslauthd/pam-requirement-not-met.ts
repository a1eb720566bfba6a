import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'saslauthd/pam-requirement-not-met',
  kind: 'client',
  title: 'PAM lets only some accounts log in, and this is none of them',
  cause:
    'A rule of pam_succeed_if in /etc/pam.d, such as uid >= 1000 or membership of a group, ends the login of root, of system accounts and of others before a password is compared.',
  symptoms: {
    log: [
      {
        pattern: /pam_succeed_if\([\w-]+:auth\): requirement "[^"]*" (?:not met|was not met) by user/,
        specimen: 'saslauthd[9]: pam_succeed_if(smtp:auth): requirement "uid >= 1000" not met by user "root"',
        strength: 'names',
      },
      {
        pattern:
          /pam_listfile\(\S+\): Refused user |pam_access\(\S+\): access denied for user |pam_sss\(\S+:account\): Access denied for user /,
        specimen: 'saslauthd[9]: pam_listfile(smtp:auth): Refused user alice for service smtp',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /pam_ldap\(\S+\): uid below minimum_uid/,
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
