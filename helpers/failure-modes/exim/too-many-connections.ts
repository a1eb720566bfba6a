import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'exim/too-many-connections',
  kind: 'client',
  title: 'Exim takes no more connections, of all clients or of this one',
  cause:
    'smtp_accept_max is 20 unless set, of all clients together; smtp_accept_max_per_host limits those of one address, ' +
    'which behind a proxy or Docker’s gateway is everybody’s. “ratelimited” is an ACL that counts what the client did in an ' +
    'hour, such as recipients that failed. Whoever comes on top gets 421 and tries later, if it is a ' +
    'mail server; a mail program shows an error.',
  symptoms: {
    log: [
      {
        pattern: /Connection from \S+(?: \S+)* refused: too many connections/,
        specimen: '2026-11-24 23:49:37 Connection from [198.51.100.7] refused: too many connections',
        strength: 'names',
      },
      {
        // An ACL with a ratelimit, as cPanel’s.
        pattern: /rejected connection in "connect" ACL: "?.*rate ?limited/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] temporarily rejected connection in "connect" ACL: "Host is ratelimited (1.9/1h max:1.2)"',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /421[ -](?:\S+: )?Too many concurrent SMTP connections/,
        '421 mail.example.test: Too many concurrent SMTP connections; please try again later',
      ),
      {
        pattern: /not in reserve list: connected=\d/,
        specimen:
          '2026-11-24 23:49:37 temporarily refused connection from client.outside.example [198.51.100.7]: not in reserve list: connected=90 max=100 reserve=10',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '421 Too many concurrent SMTP connections; please try again later.',
  },
  repair: {
    words: 'See who holds the connections; then raise the limit.',
    commands: [
      'exiwhat',
      'exim -bP smtp_accept_max smtp_accept_max_per_host',
      'grep -rn ratelimit /etc/exim4 /etc/exim.conf',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
