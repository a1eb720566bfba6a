import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/refused-in-own-words',
  kind: 'client',
  title: 'an ACL of Exim’s configuration refuses, with words of its own or none',
  cause:
    'A deny, drop or defer statement was met. Its message, behind the last colon, is what whoever wrote the configuration put there; without one Exim says only that it is an administrative prohibition. So it does of every recipient where acl_smtp_rcpt is not set. A bare “temporarily rejected” may as well be a condition that gave no answer, such as a scanner, DNS or a database. exim -bh shows which statement it is.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!temporarily )rejected (?:RCPT <[^>]*>|MAIL <[^>]*>|connection in "connect" ACL|after DATA|EHLO or HELO \S+)$/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected RCPT <alice@example.test>',
        strength: 'names',
      },
      {
        // A defer statement, or a condition that gave no answer.
        pattern:
          /temporarily rejected (?:RCPT <[^>]*>|MAIL <[^>]*>|connection in "connect" ACL|after DATA|EHLO or HELO \S+)$/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected after DATA',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern:
          /rejected connection in "connect" ACL: (?!.*(?:Your country|rate ?limited|(?:black|block) ?list|listed|RBL|spamhaus|spamcop|sorbs|barracuda|deferred|failed to))/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] rejected connection in "connect" ACL: "Your address is banned here"',
        strength: 'suggests',
        alternative: true,
      },
      {
        // There is no record that could have the client’s address: exim/spf-refused.
        pattern:
          /rejected (?:RCPT|MAIL|after DATA)\b(?!.*: response to ").*\b(?:[Nn]o|without|missing|lacks)(?: an?)?(?: valid)? SPF\b/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected RCPT <alice@example.test>: SPF: no SPF record for outside.example',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /rejected by non-SMTP ACL/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB F=<alice@example.test> rejected by non-SMTP ACL: local configuration problem',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /closed by DROP in ACL|dropped by \S+ ACL/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB SMTP connection from client.outside.example (pc) [198.51.100.7]:47714 I=[192.0.2.7]:25 closed by DROP in ACL',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 Administrative prohibition',
  },
  repair: {
    words:
      'Find the statement; let users who have logged in pass before it. If nobody wrote a defer, see what does not answer.',
    commands: [
      'exim -bP acl_smtp_rcpt acl_not_smtp',
      'exim -bh 198.51.100.7   # goes through the ACLs, and tells each step',
      'grep -E "acl condition:|lookup|DEFER" /var/log/exim4/mainlog /var/log/exim4/paniclog | tail   # what gave no answer',
      'grep -rnE "^ *(deny|drop|defer)" /etc/exim4/exim4.conf* /etc/exim4/conf.d',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
