import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/spool-full',
  kind: 'fault',
  title: 'the disk with Exim’s spool or its log is full',
  cause:
    'Exim takes no mail when check_spool_space or check_spool_inodes is not left, beside the size that the client has announced, or what check_log_space asks for, or when it can’t write.',
  symptoms: {
    log: [
      {
        pattern:
          /spool directory space check failed: space=|(?:Failed to create spool file|spool file write error|error writing spool|write to spool) ?.*No space left on device|temporarily rejected(?!.*: response to ").*: (?:disk space low|space shortage)/,
        specimen: '2026-11-24 23:49:37 spool directory space check failed: space=812 inodes=120',
        strength: 'names',
      },
      {
        pattern: /log directory space check failed: space=/,
        specimen: '2026-11-24 23:49:37 log directory space check failed: space=10 inodes=20',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '452 space shortage, please try later',
  },
  repair: {
    words: 'Make room.',
    commands: [
      'df -h /var/spool/exim4 /var/log/exim4; df -i /var/spool/exim4 /var/log/exim4',
      'exim -bp | exiqsumm',
      'exim -bP check_spool_space check_spool_inodes check_log_space check_log_inodes',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
