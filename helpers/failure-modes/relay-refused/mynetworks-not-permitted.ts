import type { FailureMode } from '../../model/failure-mode';
import { fromServerItself } from '../shared/client-steps';
import { denied, ofClients, ofElsewhere, privateIpv4, privateIpv6 } from '../shared/relay-denied';
import { precedes, recipientListFact, refusal } from '../shared/restriction-lists';

export const mode: FailureMode = {
  id: 'relay-refused/mynetworks-not-permitted',
  kind: 'fault',
  title: 'a list for recipients refuses before it permits mynetworks',
  cause:
    'mynetworks has the client’s address, and that counts only where a list says permit_mynetworks, in both lists that ' +
    'decide on recipients, before reject_unauth_destination. Somebody has left it out or behind, and programs on the ' +
    'machine itself are refused.',
  symptoms: {
    log: [ofClients(true, ofElsewhere(denied(`(?:${privateIpv4}|${privateIpv6})`, '127.0.0.1')))],
    facts: [
      recipientListFact('a list for recipients has no permit_mynetworks before what refuses to relay', (list) =>
        precedes(list, refusal, /^(?:permit_mynetworks|permit)$/),
      ),
    ],
    client: '554 5.7.1 <x@elsewhere.example>: Relay access denied, also for clients in mynetworks',
  },
  repair: {
    words: 'Permit mynetworks first in both lists, or let the programs log in.',
    commands: [
      'postconf -n smtpd_relay_restrictions smtpd_recipient_restrictions mynetworks',
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_recipient_restrictions = permit_sasl_authenticated, reject_unauth_destination'",
    provoke: [
      fromServerItself('loopback', 25, ['MAIL FROM:<alice@example.test>', 'RCPT TO:<x@elsewhere.example>', 'QUIT']),
    ],
    repair:
      "postconf -e 'smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination'",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/SMTPD_ACCESS_README.html#lists',
    'https://github.com/anonaddy/docker/issues/145',
    'https://github.com/anonaddy/anonaddy/issues/315',
  ],
};
