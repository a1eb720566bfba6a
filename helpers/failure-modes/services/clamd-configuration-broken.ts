import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/clamd-configuration-broken',
  kind: 'fault',
  title: 'clamd, freshclam or clamav-milter ends at its start, for its configuration or its log file',
  cause:
    'An option that this version no longer knows, one without its value, the word Example left in the file, no socket or port, or a user or group that does not exist or can’t have the socket. Or the log can’t be written: it is not the user’s, or freshclam was run by hand while its service holds the log, where nothing is wrong. The filter finds no scanner where clamd or the milter has ended.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:ERROR|WARNING): (?:Please edit the example config file|Parse error at line \d+: |Missing argument for option|Can't open\/parse the config file|Please define server type|Can't get information about user|Failed to change socket ownership|Please configure the MilterSocket|Can't open \S+ in append mode)/,
        specimen: 'clamd[9]: ERROR: Parse error at line 12: Unknown option AllowSupplementaryGroups',
        strength: 'names',
      },
      {
        // What came of it: the line before says why.
        pattern: /Problem with internal logger|libfreshclam init failed/,
        specimen: 'freshclam[9]: ERROR: initialize: libfreshclam init failed.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'By the filter: 451 4.7.1 Service unavailable, or nothing.',
  },
  repair: {
    words: 'Take the line out or correct it; give the log to clamav.',
    commands: [
      'pgrep -a freshclam   # its service holds the log',
      'clamconf | head -40',
      'ls -l /var/log/clamav; chown clamav:adm /var/log/clamav/*.log',
      'systemctl restart clamav-daemon',
    ],
  },
  unreproduced: 'The reference image has no virus scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/manual/Usage/Configuration.html'],
};
