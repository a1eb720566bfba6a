import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lines-too-long',
  kind: 'client',
  title: 'a mail has a line that is longer than 998 characters, and Exim does not send it on',
  cause:
    'RFC 5322 allows 998 characters in a line, and since version 4.95 the smtp transport sends no longer ones: the mail comes back. Programs write them that put HTML, base64 or a list of references in one line. Debian has a macro to do without the check.',
  symptoms: {
    log: [
      {
        pattern: /message has lines too long for transport/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=dnslookup T=remote_smtp: message has lines too long for transport',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce: message has lines too long for transport',
  },
  repair: {
    words:
      'Let the program encode the mail as quoted-printable or base64 in short lines; or raise message_linelength_limit of the transport.',
    commands: [
      'exim -bP transport remote_smtp | grep message_linelength_limit',
      'echo IGNORE_SMTP_LINE_LENGTH_LIMIT=true >>/etc/exim4/exim4.conf.localmacros; update-exim4.conf; systemctl restart exim4   # Debian',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html',
    'RFC 5322 section 2.1.1',
  ],
};
