import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'relay-refused/helo-access-refuses',
  kind: 'fault',
  title: 'smtpd_helo_restrictions refuses: a table has the client’s name, or `reject` ends the list',
  cause:
    'check_helo_access stands in one of the lists, and its table has the name, a part of it or a pattern that fits: most often one’s own host name, which strangers must not use, met by a program on the own network that greets with it. Or `reject` stands in the list, which then refuses everybody whom nothing before it has let in. A policy service asked in smtpd_helo_restrictions refuses with such a line, too.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!reject_warning: .*)<\S*>: Helo command rejected: (?!need fully-qualified|Host not found|Invalid name|invalid ip address|Malformed DNS|Domain not found|Improper use|Server configuration)/,
        specimen:
          'postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <mail.example.test>: Helo command rejected: Access denied; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: '554 5.7.1 <mail.example.test>: Helo command rejected: Access denied',
  },
  repair: {
    words: 'Let those of the own network and users pass before the table is asked.',
    commands: [
      'postconf smtpd_helo_restrictions',
      'postmap -q mail.example.test hash:/etc/postfix/helo_access',
      "postconf -e 'smtpd_helo_restrictions = permit_mynetworks, permit_sasl_authenticated, check_helo_access hash:/etc/postfix/helo_access'",
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject:
      "echo 'taken.example.test REJECT' >/etc/postfix/helo_access; postmap hash:/etc/postfix/helo_access; postconf -e 'smtpd_helo_restrictions = check_helo_access hash:/etc/postfix/helo_access'",
    provoke: [
      {
        kind: 'lines',
        port: 25,
        ehlo: false,
        lines: ['EHLO taken.example.test', 'MAIL FROM:<x@outside.example>', 'RCPT TO:<alice@example.test>'],
      },
    ],
    repair: 'postconf -X smtpd_helo_restrictions',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#check_helo_access', 'https://www.postfix.org/access.5.html'],
};
