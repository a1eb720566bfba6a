import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';
import { parameter } from '../shared/facts';
import { rejects } from '../shared/log-signs';

export const mode: FailureMode = {
  id: 'relay-refused/delivery-switched-off',
  kind: 'fault',
  title: 'the transport for a recipient is error: its mail is refused, whoever sends it',
  cause:
    'Debian’s “Local only” sets default_transport = error and relay_transport = error, and they stay when relayhost is set later; a line of transport_maps with `error:` does so for one domain. Postfix takes what stands behind the colon for the reason, and where nothing does, the next hop: the relayhost in brackets, or the recipient’s domain.',
  symptoms: {
    log: [
      rejects(
        /<[^>]*@([^>]+)>: Recipient address rejected: (?:\1|\[\S+\](?::\w+)?);/,
        'postfix/submission/smtpd[880]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 550 5.1.1 <x@elsewhere.example>: Recipient address rejected: [smarthost.example.test]:587; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
        'names',
      ),
      {
        // Of mail from the machine itself: the reason is the next hop, such as the relayhost, which is never asked.
        pattern:
          /: to=<[^>]*>, (?:orig_to=<[^>]*>, )?relay=none, .*status=bounced \((?:\[[\w.:-]+\]|[\w-]+(?:\.[\w-]+)+)(?::\w+)?\)$/,
        specimen:
          'postfix/error[9644]: 99210A4C11: to=<x@elsewhere.example>, relay=none, delay=0.03, delays=0.02/0.01/0/0.01, dsn=5.0.0, status=bounced ([smtp.example.test]:587)',
        strength: 'names',
        program: programOf('error'),
        alternative: true,
      },
    ],
    facts: [parameter('default_transport', /^error\b/, 'default_transport is error')],
    client: '550 5.1.1 <x@elsewhere.example>: Recipient address rejected: elsewhere.example',
  },
  repair: {
    words: 'Let Postfix deliver again.',
    commands: [
      'postconf default_transport relay_transport transport_maps',
      'postconf -X default_transport relay_transport',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e default_transport=error',
    provoke: [mailOfUser],
    repair: 'postconf -X default_transport',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/error.8.html', 'https://github.com/tarickb/sasl-xoauth2/issues/72'],
};
