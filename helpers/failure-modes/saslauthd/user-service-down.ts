import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'saslauthd/user-service-down',
  kind: 'fault',
  title: 'the service by which PAM knows its users, SSSD or winbind, does not answer or can’t check',
  cause:
    'pam_sss asks SSSD, pam_winbind asks winbindd. It does not run, can’t read its configuration, or has lost its own server: LDAP or the domain controller is out of reach, TLS with it fails. `4 (System error)` comes from SSSD itself, as where its Kerberos child fails for the clock or a file: its own log has the reason. Users whose logins are cached may still get in.',
  symptoms: {
    log: [
      {
        pattern:
          /pam_sss\(\S+\): (?:Request to sssd failed|received for user \S+: (?:9|4) \()|pam_winbind\(\S+\): internal module error \(retval = PAM_AUTHINFO_UNAVAIL/,
        specimen:
          'saslauthd[9]: pam_sss(smtp:auth): received for user alice: 9 (Authentication service cannot retrieve authentication info)',
        strength: 'names',
      },
      {
        pattern: /Backend is offline$|SSSD couldn't load the configuration database|Could not start TLS encryption\. /,
        specimen: "sssd[9]: SSSD couldn't load the configuration database [2]: No such file or directory.",
        strength: 'names',
        alternative: true,
        program: /^sssd/,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words: 'Start it and see whether its domain is online.',
    commands: [
      'systemctl status sssd',
      'sssctl domain-status example.test',
      'chmod 600 /etc/sssd/sssd.conf; sssctl config-check',
      'wbinfo -t   # winbind',
      'tail /var/log/sssd/*.log',
    ],
  },
  unreproduced: 'The reference servers have no such service.',
  versions: {},
  noticedBy: [],
  references: ['https://sssd.io/troubleshooting/basics.html'],
};
