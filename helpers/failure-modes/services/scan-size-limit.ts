import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/scan-size-limit',
  kind: 'fault',
  title: 'a mail is larger than clamd takes by the connection',
  cause:
    'StreamMaxLength of clamd.conf (25 MB by default, 100 MB from ClamAV 1.0 on) is below what Postfix takes, a third of a mail being lost to base64. The filter gets an error for the mail, and puts it off or lets it pass unscanned.',
  symptoms: {
    log: [
      {
        pattern: /INSTREAM: Size limit reached|INSTREAM size limit exceeded|exceeds StreamMaxLength/,
        specimen: 'clamd[9]: INSTREAM: Size limit reached, (requested: 26214401, max: 26214400)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'By the filter: 451 4.7.1 or nothing',
  },
  repair: {
    words: 'Raise StreamMaxLength above message_size_limit, and MaxScanSize with it.',
    commands: [
      'postconf message_size_limit',
      'grep -nE "StreamMaxLength|MaxScanSize|MaxFileSize" /etc/clamav/clamd.conf',
      'systemctl restart clamav-daemon',
    ],
  },
  unreproduced: 'The reference image has no virus scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/manual/Usage/Configuration.html'],
};
