import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/condition-put-off',
  kind: 'fault',
  title: 'Exim passes over a statement of an ACL, since its condition gave no answer',
  cause:
    'A warn statement asks DNS, a block list, a scanner or a database, and there was no answer; Exim goes on as if the condition were not met. A header or a variable that it sets is then missing. Now and then it is a slow name server; with every mail what it asks is down.',
  symptoms: {
    log: [
      {
        pattern: /ACL "warn" statement skipped: condition test deferred/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] Warning: ACL "warn" statement skipped: condition test deferred: host lookup did not complete',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'See which statement it is, and ask by hand what it asks.',
    commands: [
      'exim -bh 198.51.100.7   # shows each condition',
      'host outside.example',
      'grep -nB1 -A6 "^ *warn" /etc/exim4/exim4.conf*',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
