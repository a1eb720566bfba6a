import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { perhaps } from '../shared/facts';
import { inRelayList, mendRelayList, permitsBeforeRefusal, saysOk } from './shared/relay-list';

export const mode: FailureMode = {
  id: 'open-relay/helo-access-permits',
  kind: 'exposure',
  title: 'a HELO name permits to relay, and anybody can say one',
  cause:
    'check_helo_access stands before reject_unauth_destination, in order to let a certain client through. The name ' +
    'in HELO is what the client says; whoever learns or guesses it relays.',
  symptoms: {
    log: [],
    facts: [
      perhaps(
        permitsBeforeRefusal('every list that refuses to relay has check_helo_access before it', /^check_helo_access$/),
      ),
      saysOk('helo_access'),
    ],
    client: '250 2.1.5 Ok for any recipient after EHLO with a name of the table',
  },
  repair: {
    words: 'Know the client by its login or its address; move the table to smtpd_helo_restrictions.',
    commands: [
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo 'outside.example OK' >/etc/postfix/helo_access
postmap hash:/etc/postfix/helo_access
${inRelayList('check_helo_access hash:/etc/postfix/helo_access')}`,
    provoke: [mailOfStranger],
    repair: mendRelayList(),
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#danger'],
};
