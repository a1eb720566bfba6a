import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { perhaps } from '../shared/facts';
import { inRelayList, mendRelayList, permitsBeforeRefusal, saysOk } from './shared/relay-list';

export const mode: FailureMode = {
  id: 'open-relay/reverse-name-permits',
  kind: 'exposure',
  title: 'a reverse DNS name permits to relay, and its owner may write what they like',
  cause:
    'check_reverse_client_hostname_access stands before reject_unauth_destination. It looks at the PTR record of the ' +
    'client’s address without asking whether that name has this address; whoever runs the reverse zone of an ' +
    'address can put any name there. check_client_access asks for both.',
  symptoms: {
    log: [],
    facts: [
      perhaps(
        permitsBeforeRefusal(
          'every list that refuses to relay has check_reverse_client_hostname_access before it',
          /^check_reverse_client_hostname_access$/,
        ),
      ),
      saysOk('reverse_access'),
    ],
    client: '250 2.1.5 Ok for any recipient, from an address whose PTR record has such a name',
  },
  repair: {
    words: 'Use check_client_access, or know the client by its login.',
    commands: [
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo 'outside.example OK' >/etc/postfix/reverse_access
postmap hash:/etc/postfix/reverse_access
${inRelayList('check_reverse_client_hostname_access hash:/etc/postfix/reverse_access')}`,
    provoke: [mailOfStranger],
    repair: mendRelayList(),
    toldBy: 'facts',
  },
  versions: { from: '2.6' },
  noticedBy: ['open-relay/outside-anonymous-foreign'],
  references: ['https://www.postfix.org/postconf.5.html#check_reverse_client_hostname_access'],
};
