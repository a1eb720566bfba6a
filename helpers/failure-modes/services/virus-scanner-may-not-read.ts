import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/virus-scanner-may-not-read',
  kind: 'fault',
  title: 'the virus scanner may not read a file that it is to scan',
  cause:
    'The filter writes each mail to a file of its own user, mode 600, and tells clamd the path; clamd runs as another user. Their users belong into each other’s group, or the filter sends the mail by the connection instead. Where the modes are right, AppArmor (usr.sbin.clamd) or SELinux (antivirus_can_scan_system) forbids the path. Or somebody has run clamdscan by hand without --fdpass.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:(?<!fresh)clam\w*\b.*(?:lstat\(\) failed: Permission denied|Access denied|File path check failure(?!: No such file))|lstat\(\) failed: Permission denied\. ERROR|clamd.*Can't access file)/,
        specimen: 'rmilter[12793]: clamav: error (/var/run/clamav/clamd.ctl) /tmp/msg.XXa23DuY: Access denied. ERROR',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'By the filter: 451 4.7.1 Service unavailable, or nothing.',
  },
  repair: {
    words: 'Put clamav into the filter’s group and let the group read.',
    commands: [
      'journalctl -k | grep -iE "(avc|apparmor).*clam"; getsebool antivirus_can_scan_system',
      'adduser clamav amavis',
      'grep -n AllowSupplementaryGroups /etc/clamav/clamd.conf',
      'systemctl restart clamav-daemon amavis',
    ],
  },
  unreproduced: 'The reference image has no virus scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/manual/Usage/Configuration.html'],
};
