import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/clamd-configuration-broken',
  kind: 'fault',
  title: 'clamd, freshclam or clamav-milter can’t use its configuration and ends',
  cause:
    'An option that this version no longer knows, one without its value, the word Example left in the file, a log file that is not the user’s, or a user or group that does not exist. Each ends the program at its start, and the filter finds no scanner.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:ERROR|WARNING): (?:Please edit the example config file|Parse error at line \d+: |Missing argument for option|Can't open\/parse the config file|Please define server type|Can't get information about user|Failed to change socket ownership|Please configure the MilterSocket|Problem with internal logger|Can't open \S+ in append mode)/,
        specimen: 'clamd[9]: ERROR: Parse error at line 12: Unknown option AllowSupplementaryGroups',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'By the filter: 451 4.7.1 Service unavailable, or nothing.',
  },
  repair: {
    words: 'Take the line out or correct it; give the log to clamav.',
    commands: [
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
