import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dns/answer-malformed',
  kind: 'client',
  title: 'DNS answers for a name, and the answer can’t be used',
  cause:
    'The record is there and is none: an MX record that names an address instead of a host, a name with a character that must not be in it, or (before Postfix 3) a null MX. Postfix puts off, as it may be mended.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!reject_warning: .*)<\S*>: (?:Helo command|Recipient address) rejected: Malformed DNS server reply/,
        specimen:
          'postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4.1.2 <alice@example.test>: Recipient address rejected: Malformed DNS server reply; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client.outside.example>',
        strength: 'names',
      },
    ],
    facts: [],
    client: '450 4.1.2 <…>: Recipient address rejected: Malformed DNS server reply',
  },
  repair: {
    words: 'The owner of the domain mends the record.',
    commands: ['dig mx elsewhere.example'],
  },
  unreproduced: 'The name server of the tests answers rightly.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 5.1', 'RFC 7505'],
};
