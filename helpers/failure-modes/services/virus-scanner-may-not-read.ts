import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/virus-scanner-may-not-read',
  kind: 'fault',
  title: 'the virus scanner may not read what the filter has written for it',
  cause:
    'The filter writes each mail to a file of its own user, mode 600, and tells clamd the path; clamd runs as another user. Their users belong into each other’s group, or the filter sends the mail by the connection instead.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:clam\w*\b.*(?:lstat\(\) failed: Permission denied|Access denied|File path check failure)|lstat\(\) failed: Permission denied\. ERROR|clamd.*Can't access file)/,
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
