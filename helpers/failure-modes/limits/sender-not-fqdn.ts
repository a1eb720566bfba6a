import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'limits/sender-not-fqdn',
  kind: 'client',
  title: 'a client sends as an address without a domain',
  cause:
    'reject_non_fqdn_sender refuses root, or www-data@host: the program has no sender set, and takes the user’s name or the short name of its machine.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: [A-Z]+ from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?<[^>]*>: Sender address rejected: need fully-qualified address/,
        specimen:
          'postfix/smtpd[3]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 504 5.5.2 <root>: Sender address rejected: need fully-qualified address; from=<root> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
        strength: 'names',
        program: /smtpd$/,
      },
      clientGets(
        /553[ -](?:5\.5\.4 )?<[^>]*>\.\.\. Domain name required for sender/,
        '553 5.5.4 <alice>... Domain name required for sender address alice',
      ),
    ],
    facts: [],
    client: '504 5.5.2 <root>: Sender address rejected: need fully-qualified address',
  },
  repair: {
    words: 'Set a whole address as sender in the program.',
    commands: ['postconf -h smtpd_sender_restrictions'],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_sender_restrictions = reject_non_fqdn_sender'",
    provoke: [{ kind: 'lines', port: 25, lines: ['MAIL FROM:<root>', 'RCPT TO:<x@elsewhere.example>'] }],
    repair: "postconf -e 'smtpd_sender_restrictions = reject_unknown_sender_domain'",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#reject_non_fqdn_sender'],
};
