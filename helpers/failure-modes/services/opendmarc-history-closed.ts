import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendmarc-history-closed',
  kind: 'fault',
  title: 'OpenDMARC can not open its history file',
  cause:
    'HistoryFile, such as /var/run/opendmarc/opendmarc.dat, belongs to root, since OpenDMARC was started once by hand as root, or lies in a folder that is emptied at boot, is read-only for its unit, or is forbidden to it by SELinux or AppArmor. OpenDMARC then answers each mail with a temporary failure.',
  symptoms: {
    log: [
      {
        pattern:
          /opendmarc\.dat: (?:f?open\(\)|lock|write)?:? ?(?:failed: )?(?:Permission denied|No such file or directory|Read-only file system)/,
        specimen: 'opendmarc[16]: /var/run/opendmarc/opendmarc.dat: fopen(): Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.7.1 Service unavailable - try again later',
  },
  repair: {
    words: 'Give the folder and the file to OpenDMARC’s user.',
    commands: [
      'ls -ldZ /var/run/opendmarc /var/run/opendmarc/*; journalctl -k | grep -iE "(avc|apparmor).*opendmarc"',
      'install -d -o opendmarc -g opendmarc /var/run/opendmarc',
      'chown opendmarc:opendmarc /var/run/opendmarc/opendmarc.dat',
      'systemctl restart opendmarc',
    ],
  },
  unreproduced: 'The reference image has no OpenDMARC.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/trusteddomainproject/OpenDMARC'],
};
