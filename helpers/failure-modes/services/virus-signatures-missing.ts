import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/virus-signatures-missing',
  kind: 'fault',
  title: 'ClamAV has no usable signatures, or freshclam can’t load new ones',
  cause:
    'After the installation freshclam first has to load them, which takes minutes; until then clamd’s unit is skipped. The mirror answers 429 to an address that asks too often, and 403 to a version that ClamAV no longer serves, which only an upgrade mends, or to a blocked network. Or the machine does not get out, DNS has no TXT record of current.cvd.clamav.net, or the folder is full or not clamav’s. A file broken off half-way, or of a third party, is malformed. clamd goes on with old signatures, if it has some.',
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
          /Can't download \w+\.(?:cvd|cld|cdiff) from|FreshClam (?:previously )?received error code \d+|Unexpected response \(\d+\) from https?:|Update failed for database: |Can't create freshclam\.dat in|on cool-down until/,
        specimen: "freshclam[9]: ERROR: Can't download daily.cvd from https://database.clamav.net/daily.cvd",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Can't query current\.cvd\.clamav\.net/,
        specimen: "freshclam[9]: WARNING: Can't query current.cvd.clamav.net",
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'By the filter: 451 4.7.1 Service unavailable, or nothing.',
  },
  repair: {
    words:
      'Let freshclam run once and see what it says. After 403 upgrade ClamAV; after 429 wait, and ask a mirror of your own where there are several machines.',
    commands: [
      'systemctl stop clamav-freshclam; sudo -u clamav freshclam',
      'clamconf --version   # is it still served? docs.clamav.net/faq/faq-eol.html',
      'yum upgrade "clamav*"   # Debian: apt-get install clamav-daemon clamav-freshclam',
      'host -t TXT current.cvd.clamav.net',
      'ls -l /var/lib/clamav; df -h /var/lib/clamav',
      'systemctl start clamav-freshclam clamav-daemon',
    ],
  },
  unreproduced: 'The reference image has no virus scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/faq/faq-freshclam.html', 'https://docs.clamav.net/faq/faq-eol.html'],
};
