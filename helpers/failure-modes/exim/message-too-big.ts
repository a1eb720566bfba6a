import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/message-too-big',
  kind: 'client',
  title: 'a mail is bigger than Exim or its transport takes',
  cause:
    'message_size_limit is 50 megabytes unless set, and a transport can have a smaller one. An attachment grows by a third when it is sent. The client that says the size beforehand is refused at MAIL, another one at the end.',
  symptoms: {
    log: [
      {
        pattern:
          /rejected (?:MAIL FROM:|from )<[^>]*>.*message too big: (?:read|size)|message is too big \(transport limit = /,
        specimen:
          '2026-11-24 23:49:37 rejected from <x@outside.example> H=client.outside.example [198.51.100.7]: message too big: read=52429000 max=52428800',
        strength: 'names',
      },
    ],
    facts: [],
    client: '552 Message size exceeds maximum permitted',
  },
  repair: {
    words: 'Send less, or raise the limit; the one of the mail program and of the next server count too.',
    commands: ['exim -bP message_size_limit', 'exim -bP transports | grep -B20 message_size_limit'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html', 'RFC 1870'],
};
