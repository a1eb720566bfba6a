import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'saslauthd/nslcd-down',
  kind: 'fault',
  title: 'nslcd, which pam_ldap asks, does not run, can’t be reached or can’t use its configuration',
  cause:
    'pam_ldap of nss-pam-ldapd does not speak LDAP itself; it asks nslcd by /run/nslcd/socket. The daemon ends when nslcd.conf has a word it does not know, or may not be read by it. Its socket is out of reach in a chroot or another container, and where SELinux forbids it.',
  symptoms: {
    log: [
      {
        pattern: /error opening connection to nslcd|cannot open config file \(\S*nslcd\.conf\)|nslcd\.conf:\d+: /,
        specimen: "nslcd: /etc/nslcd.conf:4: unknown keyword: 'binddnn'",
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words: 'Mend what it says when it is run in the foreground, and start it.',
    commands: ['nslcd -d', 'ls -l /etc/nslcd.conf /run/nslcd/socket', 'systemctl restart nslcd'],
  },
  unreproduced: 'The reference servers have no LDAP server.',
  versions: {},
  noticedBy: [],
  references: ['https://arthurdejong.org/nss-pam-ldapd/nslcd.conf.5'],
};
