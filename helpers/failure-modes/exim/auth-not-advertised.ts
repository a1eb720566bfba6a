import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/auth-not-advertised',
  kind: 'client',

  title: 'a client says AUTH where Exim does not offer it',
  cause:
    'auth_advertise_hosts decides who is offered AUTH; most often it asks for TLS first. A client that says AUTH all the same gets 503, and without TLS its password has crossed the net in clear. The same is said to one that greets with HELO, or not again with EHLO after STARTTLS, and where Exim has no authenticator that it may offer here.',
  symptoms: {
    log: [
      {
        pattern: /AUTH command used when not advertised/,
        specimen:
          '2026-11-24 23:49:37 SMTP protocol error in "AUTH PLAIN" H=client.outside.example (client) [198.51.100.7] AUTH command used when not advertised',
        strength: 'names',
      },
    ],
    facts: [],
    client: '503 AUTH command used when not advertised',
  },
  repair: {
    words: 'In the client: STARTTLS at 587, or TLS at 465. If no client is offered AUTH, correct auth_advertise_hosts.',
    commands: [
      'exim -bP auth_advertise_hosts; exim -bP authenticators | grep server_advertise_condition',
      'openssl s_client -starttls smtp -connect mail.example.test:587',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html'],
};
