import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/tainted-name',
  kind: 'fault',
  title: 'a file name or a command is made of what a client said, and Exim refuses it',
  cause:
    'Since version 4.94 Exim takes what comes from outside, such as $domain and $local_part, for tainted, and opens no file, runs no command and asks no database by such a name. A configuration from before that, of a control panel or of one’s own, then fails at each look-up, and mail is deferred. What is said beside it, Permission denied or NULL, is about no file’s mode: chmod does not help.',
  symptoms: {
    log: [
      {
        pattern:
          /[Tt]ainted (?:(?:file|dir)?name (?:for (?:search|DB file)|['‘"])|arg \d+ for |'[^']*' \((?:file or directory name|command|once file|logfile|file) )|[Aa]ttempt to (?:used?|expand|exec) tainted (?:value|string|path|list|host list|ACL text|change-of)|tainted search query is not properly quoted|server "[^"]*" is tainted/,
        specimen: "2026-11-24 23:49:37 Tainted filename for search: '/etc/exim4/domains/example.test/aliases'",
        strength: 'names',
      },
      {
        pattern: /failed to expand ".*": NULL$/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: failed to expand "/etc/exim4/domains/$domain/aliases": NULL',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /failed to (?:expand|open) .*failed to open \/\S+: Permission denied \(euid=\d+ egid=\d+\)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-1): failed to expand "interface" option for remote_smtp transport: failed to open /etc/exim4/domains/example.test/ip: Permission denied (euid=108 egid=115)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words:
      'Use what a look-up has found in place of what was said: $domain_data and $local_part_data, or $home. Most control panels have a newer configuration for 4.94. Until then, 4.95 and later knows allow_insecure_tainted_data, which is to go away.',
    commands: [
      'exim -bV | head -1',
      'grep -nE "/[$]\\{?(local_part|domain|sender_address_domain)" /etc/exim4/exim4.conf*',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-string_expansions.html',
    'https://github.com/hestiacp/hestiacp/issues/2127',
    'https://github.com/hestiacp/hestiacp/issues/2087',
  ],
};
