import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/login-broken-off',
  kind: 'noise',

  title: 'a client breaks its login at Exim off, or sends what it was not asked for',
  cause:
    'The client said `*`, as bots do, and programs that do not like what the server said to a mechanism and try another. With `Initial data not expected` it sent data beside AUTH to an authenticator that asks for them later, as LOGIN does.',
  symptoms: {
    log: [
      {
        pattern: /authenticator failed for .*: 501 Authentication cancelled/,
        specimen:
          '2026-11-24 23:49:37 PLAIN authenticator failed for client.outside.example (client) [198.51.100.7]: 501 Authentication cancelled',
        strength: 'names',
      },
      {
        pattern: /authenticator failed for .*: 553 Initial data not expected/,
        specimen:
          '2026-11-24 23:49:37 LOGIN authenticator failed for client.outside.example (client) [198.51.100.7]: 553 Initial data not expected',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '501 Authentication cancelled',
  },
  repair: { words: 'Nothing; a program that always gets 553 is to use PLAIN.', commands: [] },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html'],
};
