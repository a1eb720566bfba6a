import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lines-not-ended-right',
  kind: 'client',
  title: 'a client’s mail has lines that do not end as SMTP wants it, or a header without end',
  cause:
    'A line ends with CR and LF. Since the attack called SMTP smuggling, Exim no longer takes a bare LF from a client that sends by CHUNKING or ends the others rightly. A header of more than a megabyte, or a header line of more than header_line_maxsize, is refused too: a program has put the body where the header should be.',
  symptoms: {
    log: [
      {
        pattern:
          /Non-CRLF-terminated header, under CHUNKING|long message header (?:line )?received from |message header (?:line )?longer than \d+ characters received/,
        specimen:
          '2026-11-24 23:49:37 rejected from <x@outside.example> H=client.outside.example [198.51.100.7]: Non-CRLF-terminated header, under CHUNKING: message abandoned',
        strength: 'names',
      },
    ],
    facts: [],
    client: '552 Message header not CRLF terminated',
  },
  repair: {
    words: 'Correct the program that writes the mail; or leave CHUNKING out for that client.',
    commands: ['exim -bP chunking_advertise_hosts header_maxsize header_line_maxsize'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html',
    'RFC 5321 section 2.3.8',
  ],
};
