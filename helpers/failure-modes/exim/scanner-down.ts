import type { FailureMode } from '../../model/failure-mode';
import { clamdHangsUpOnExim } from '../shared/scanner-hangs-up';

export const mode: FailureMode = {
  id: 'exim/scanner-down',
  kind: 'fault',
  title: 'Exim gets no usable answer from its scanner for viruses or spam',
  cause:
    'The condition malware or spam in acl_smtp_data asks clamd, spamd or rspamd. It does not run, its socket is elsewhere or closed for Exim’s user, it may not read the spool, is too slow or has no memory left; clamd hangs up in the middle of a mail that is larger than its StreamMaxLength; or av_scanner or spamd_address is written wrongly. Mail is deferred, unless the condition has /defer_ok.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:malware|spam) acl condition: (?!.*unable to send file body to socket.*(?:Broken pipe|Connection reset)).*(?:unable to|failed|[Cc]onnection|error|timed? ?out|No such file|Permission denied)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB malware acl condition: clamd /var/run/clamav/clamd.ctl : unable to connect to UNIX socket (/var/run/clamav/clamd.ctl): No such file or directory',
        strength: 'names',
      },
      {
        pattern:
          /(?:malware|spam) acl condition: .*(?:cannot parse|no use?able|returned null|unparseable response|short write|missing (?:address|port))|malware acl condition: (?:unknown scanner type|av_scanner starts with)|DCC: (?:Connecting to|Creating) \S+ socket /,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB malware acl condition: clamd: no useable server addresses in malware configuration option.',
        strength: 'names',
        alternative: true,
      },
      {
        // Without words: a condition gave no answer, or a defer statement has none.
        pattern: /temporarily rejected after DATA$/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected after DATA',
        strength: 'suggests',
        alternative: true,
      },
      clamdHangsUpOnExim,
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Start it, and let Exim’s user into its socket.',
    commands: [
      'systemctl status clamav-daemon',
      'exim -bP av_scanner spamd_address',
      'usermod -aG Debian-exim clamav   # so that clamd reads the spool',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-content_scanning_at_acl_time.html'],
};
