import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/too-much-in-one-connection',
  kind: 'client',
  title: 'a client sends more mails in one connection than Exim takes',
  cause:
    'smtp_accept_max_per_connection is 1000 unless set. A server opens another connection and goes on; a script that sends a newsletter may stop.',
  symptoms: {
    log: [
      {
        pattern: /rejected MAIL command .*too many messages in one connection/,
        specimen:
          '2026-11-24 23:49:37 rejected MAIL command H=client.outside.example [198.51.100.7]: too many messages in one connection',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421 too many messages in this connection',
  },
  repair: {
    words: 'Let the client open a new connection now and then, or raise the limit.',
    commands: ['exim -bP smtp_accept_max_per_connection'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
