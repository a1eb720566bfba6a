import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/client-gone',
  kind: 'noise',
  title: 'a client of Exim leaves early, stays silent or has no name in DNS',
  cause:
    'It ended the connection in the middle, was silent, or sent nothing that is SMTP; or DNS has no name for its address. Scanners and monitors do so, and mail programs that were closed or did not like the certificate. `SSL_write` and `SSL_read` may tell of the next server too: then the mail’s line with == says what became of it. If one client always breaks off in the data, packets are lost on its way.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:unexpected disconnection while reading SMTP command from |SMTP (?:command|data) timeout .*on connection from |no host name found for IP address |SMTP call from .* dropped: too many (?:syntax or protocol errors|nonmail commands)|TLS error on connection from .*\((?:recv|send|SSL_read|SSL_write)\)|TLS error on connection from .* SSL_(?:read|write): )/,
        specimen:
          '2026-11-24 23:49:37 unexpected disconnection while reading SMTP command from client.outside.example (client) [198.51.100.7] D=2s',
        strength: 'names',
      },
      {
        pattern: /SMTP connection from \S*.*\] lost D=|no MAIL in SMTP connection from /,
        specimen:
          '2026-11-24 23:49:37 no MAIL in SMTP connection from (pc.example.com) [203.0.113.9] D=1s C=EHLO,STARTTLS',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /TLS error \(SSL_(?:read|write)\): |SSL_write: \(from |SSL channel closed on write|lost while reading message data|incomplete transaction \((?:RSET|QUIT|EHLO|HELO|STARTTLS|connection lost|sender|MAIL)|client reset TCP before SMTP response|timed out while reading local message|no IP address found for host \S+ \(during SMTP connection/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] incomplete transaction (connection lost) from <x@outside.example>',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: { words: 'Nothing.', commands: [] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.1.10'],
};
