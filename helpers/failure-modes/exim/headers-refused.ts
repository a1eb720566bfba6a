import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/headers-refused',
  kind: 'client',
  title: 'the header of a mail is malformed or has no sender that exists, and Exim refuses the mail',
  cause:
    'verify = header_syntax or header_sender in acl_smtp_data looks at From:, To: and the like. A program writes an address without a domain, a name with a comma or a colon that is not quoted, an empty From:, or “undisclosed recipients” without the colon and semicolon. With header_sender (`no valid sender`, `could not verify`) the address may be written right: its domain or user is not found.',
  symptoms: {
    log: [
      {
        pattern:
          /rejected after DATA: .*(?:failing address in "|header when scanning for sender|there is no valid sender in any header line|could not verify "\S+" header address|Invalid character in header)|failing address in "\S+:" header is: /,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected after DATA: unqualified address not permitted: failing address in "From:" header is: root',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 … failing address in "From:" header',
  },
  repair: {
    words: 'Correct it in the program that writes the mail; or take the check out.',
    commands: [
      'grep -rn "verify *= *header" /etc/exim4',
      'exim -bP sender_unqualified_hosts',
      'exim -bvs alice@example.test',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
    'RFC 5322 section 3.4',
  ],
};
