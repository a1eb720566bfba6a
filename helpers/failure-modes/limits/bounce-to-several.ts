import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'limits/bounce-to-several',
  kind: 'client',
  title: 'a bounce to several recipients is refused',
  cause:
    'A notification has one addressee. A mail with the empty sender <> to several is no real one, or comes from a program that sends newsletters, out-of-office replies or calendar mails with an empty sender: reject_multi_recipient_bounce refuses it.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!reject_warning: .*)<\S*>: (?:Data command|End-of-data|Client host|Recipient address|Sender address) rejected: Multi-recipient bounce/,
        specimen:
          'postfix/smtpd[148]: NOQUEUE: reject: DATA from client.outside.example[198.51.100.7]: 550 5.5.3 <DATA>: Data command rejected: Multi-recipient bounce; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.5.3 <DATA>: Data command rejected: Multi-recipient bounce',
  },
  repair: {
    words: 'Let the program send one mail for each recipient, or with a sender.',
    commands: ['postconf smtpd_data_restrictions smtpd_end_of_data_restrictions'],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_data_restrictions = reject_multi_recipient_bounce'",
    provoke: [
      {
        kind: 'lines',
        vantage: 'inside',
        port: 25,
        lines: ['MAIL FROM:<>', 'RCPT TO:<alice@example.test>', 'RCPT TO:<root@example.test>', 'DATA'],
      },
    ],
    repair: 'postconf -X smtpd_data_restrictions',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#reject_multi_recipient_bounce'],
};
