import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { rejects } from '../shared/log-signs';
import { from } from './shared/name-checks';

export const mode: FailureMode = {
  id: 'dns/sender-domain-takes-no-mail',
  kind: 'client',
  title: 'the domain of a sender takes no mail: it has a null MX record, or one that can’t be used',
  cause:
    'With a null MX record (`MX 0 .`) no mail can be sent to the domain, so that no bounce could be delivered either; reject_unknown_sender_domain refuses it for good. `Malformed DNS server reply`: the record is there and names no valid host, and the mail is put off. Postfix 2.x does not know null MX and says the same of it.',
  symptoms: {
    log: [
      rejects(
        /<.*>: Sender address rejected: (?:Domain \S+ does not accept mail \(nullMX\)|Malformed DNS server reply);/,
        `postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 550 5.7.27 <x@nomail.example>: Sender address rejected: Domain nomail.example does not accept mail (nullMX); ${from}`,
        'names',
      ),
      {
        pattern:
          /^warning: (?:valid_hostname: empty hostname|malformed domain name in resource data of MX record for \S+:)$/,
        specimen:
          'postfix/smtpd[148]: warning: malformed domain name in resource data of MX record for nomail.example:',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client:
      '550 5.7.27 <x@nomail.example>: Sender address rejected: Domain nomail.example does not accept mail (nullMX)',
  },
  repair: {
    words: 'Write with a domain that takes mail, or give the domain a real MX record.',
    commands: ['dig +short mx nomail.example'],
  },
  reproduction: {
    inject: '',
    provoke: [{ ...mailOfStranger, from: 'x@nomail.example', to: 'local' }],
    repair: '',
    zones: [
      {
        suffix: 'nomail.example',
        kind: 'records',
        records: [{ name: 'nomail.example', type: 'MX', data: '0 .' }],
      },
    ],
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['RFC 7505'],
};
