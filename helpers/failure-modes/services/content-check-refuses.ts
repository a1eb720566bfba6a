import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/content-check-refuses',
  kind: 'client',
  title: 'header_checks or body_checks refuse a mail',
  cause:
    'A line of the mail’s header or body matches a pattern in the tables, which say what is refused and with which words. They apply to all mail, that of users and that of programs on the server too.',
  symptoms: {
    log: [
      {
        pattern: /^\w+: (?:reject: header |reject: body |reject: mime-header |reject: nested-header )/,
        specimen:
          'postfix/cleanup[90]: 87F043F2BE: reject: header Subject: win from client.outside.example[198.51.100.7]; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>: 5.7.1 message content rejected',
        strength: 'names',
        program: programOf('cleanup'),
      },
    ],
    facts: [],
    client: '550 5.7.1 message content rejected',
  },
  repair: {
    words: 'Ask the table with the line that the log shows, and narrow the pattern.',
    commands: [
      'postconf header_checks body_checks mime_header_checks',
      'postmap -q "Subject: win" regexp:/etc/postfix/header_checks',
    ],
  },
  reproduction: {
    inject: `echo '/^Subject:/ REJECT' >/etc/postfix/header_checks
postconf -e header_checks=regexp:/etc/postfix/header_checks`,
    provoke: [mailToLocalUser],
    repair: 'postconf -X header_checks',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/header_checks.5.html'],
};
