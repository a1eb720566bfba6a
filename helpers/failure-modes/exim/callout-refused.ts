import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/callout-refused',
  kind: 'client',
  title: 'the server behind Exim says no when it is asked for the recipient, and so does Exim',
  cause:
    'verify = recipient/callout asks the server to which the mail would go, and that one said no. Behind `response to` is the command that it refused: at RCPT it most often has no such user, at MAIL or EHLO it does not accept the sender of the question or this server. What it said is behind “was:”.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|[^y]) rejected RCPT .*: (?:response to "(?:RCPT|MAIL|HELO|EHLO|DATA)|Callout verification failed)/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected RCPT <alice@example.test>: response to "RCPT TO:<alice@example.test>" from store.example.test [192.0.2.7] was: 550 5.1.1 no such user',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 …',
  },
  repair: {
    words: 'Ask that server by hand; make the user there.',
    commands: ['exim -bhc 198.51.100.7', 'nc store.example.test 25', 'grep -rn "verify *= *recipient" /etc/exim4'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
