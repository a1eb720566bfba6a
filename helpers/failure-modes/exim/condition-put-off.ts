import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/condition-put-off',
  kind: 'fault',
  title: 'a condition of Exim’s ACL gave no answer: Exim passes over the statement, or puts the mail off',
  cause:
    'A statement asks DNS, a block list, a scanner or a database, and there was no answer. Of a warn statement Exim goes on as if the condition were not met, and a header or a variable that it sets is missing. Of any other it puts the mail off with 451, and may log no words behind “temporarily rejected”. Now and then it is a slow name server; with every mail what it asks is down.',
  symptoms: {
    log: [
      {
        pattern: /ACL "warn" statement skipped: condition test deferred/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] Warning: ACL "warn" statement skipped: condition test deferred: host lookup did not complete',
        strength: 'names',
      },
      {
        // Without words; a defer statement that has none writes it, too.
        pattern:
          /temporarily rejected (?:RCPT <[^>]*>|MAIL <[^>]*>|connection in "connect" ACL|after DATA|EHLO or HELO \S+)$/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None of a warn statement; else 451 Temporary local problem - please try later',
  },
  repair: {
    words: 'See which statement it is, and ask by hand what it asks.',
    commands: [
      'exim -bh 198.51.100.7   # shows each condition',
      'tail -20 /var/log/exim4/paniclog; grep "acl condition:" /var/log/exim4/mainlog | tail   # does a scanner answer?',
      'host outside.example',
      'grep -nB1 -A6 "^ *warn" /etc/exim4/exim4.conf*',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
