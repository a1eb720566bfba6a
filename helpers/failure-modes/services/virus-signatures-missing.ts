import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/virus-signatures-missing',
  kind: 'fault',
  title: 'ClamAV has no usable signatures, or freshclam can’t load new ones',
  cause:
    'After the installation freshclam first has to load them, which takes minutes; until then clamd’s unit is skipped. It can’t load them where the machine does not get out, where the mirror has banned the address for asking too often (429, 403), or where the folder is not clamav’s or is full. A file broken off half-way, or of a third party, is malformed. clamd goes on with old signatures where it has some, and does not start without.',
  symptoms: {
    log: [
      {
        pattern:
          /No supported database files found in|LibClamAV Error: Malformed database|ERROR: Malformed database|ConditionPathExistsGlob=\/var\/lib\/clamav|Condition check resulted in Clam AntiVirus/,
        specimen: 'clamd[9]: LibClamAV Error: cli_loaddbdir: No supported database files found in /var/lib/clamav',
        strength: 'names',
      },
      {
        pattern:
          /Can't download \w+\.(?:cvd|cld|cdiff) from|FreshClam received error code \d+|Update failed for database: |libfreshclam init failed|on cool-down until/,
        specimen: "freshclam[9]: ERROR: Can't download daily.cvd from https://database.clamav.net/daily.cvd",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'By the filter: 451 4.7.1 Service unavailable, or nothing.',
  },
  repair: {
    words:
      'Let freshclam run once and see what it says; wait out a ban, and ask a mirror of your own where there are several machines.',
    commands: [
      'systemctl stop clamav-freshclam; sudo -u clamav freshclam',
      'ls -l /var/lib/clamav; df -h /var/lib/clamav',
      'systemctl start clamav-freshclam clamav-daemon',
    ],
  },
  unreproduced: 'The reference image has no virus scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/faq/faq-freshclam.html'],
};
