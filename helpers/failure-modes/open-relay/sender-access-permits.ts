import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { perhaps } from '../shared/facts';
import { inRelayList, mendRelayList, permitsBeforeRefusal, saysOk } from './shared/relay-list';

export const mode: FailureMode = {
  id: 'open-relay/sender-access-permits',
  kind: 'exposure',
  title: 'a sender address permits to relay, and anybody can forge one',
  cause:
    'check_sender_access stands before reject_unauth_destination: for every sender for which its table says OK, most ' +
    'often the own domain, the server relays. The sender of an envelope is what the client says it is. Spammers try ' +
    'the own domain of a server first.',
  symptoms: {
    log: [],
    facts: [
      perhaps(
        permitsBeforeRefusal(
          'every list that refuses to relay has check_sender_access before it',
          /^check_sender_access$/,
        ),
      ),
      saysOk('sender_access'),
    ],
    client: '250 2.1.5 Ok for any recipient when MAIL FROM has a domain of the table',
  },
  repair: {
    words:
      'Move it to smtpd_sender_restrictions, where OK does not permit to relay, or behind reject_unauth_destination.',
    commands: [
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'postconf -e "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/sender_access"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo 'example.test OK' >/etc/postfix/sender_access
postmap hash:/etc/postfix/sender_access
${inRelayList('check_sender_access hash:/etc/postfix/sender_access')}`,
    provoke: [{ ...mailOfStranger, from: 'alice@example.test' }],
    repair: `${mendRelayList()} "smtpd_sender_restrictions = check_sender_access hash:/etc/postfix/sender_access"`,
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['open-relay/form-sender-at-domain', 'open-relay/form-sender-of-user'],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#danger'],
};
