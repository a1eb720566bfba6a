import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { relayDenied } from '../shared/relay-denied';
import { recipientListFact, refusesUsers, unlessSetAgain } from '../shared/restriction-lists';

const loginTooLate = recipientListFact(
  'a list for recipients has permit_sasl_authenticated behind what refuses to relay',
  (list) => refusesUsers(list) && list.includes('permit_sasl_authenticated'),
);

export const mode: FailureMode = {
  id: 'relay-refused/login-permitted-too-late',
  kind: 'fault',
  title: 'permit_sasl_authenticated stands behind reject_unauth_destination',
  cause:
    'Postfix asks the restrictions of a list from left to right, and the first that decides ends it. ' +
    'reject_unauth_destination refuses every foreign recipient, so a permit_sasl_authenticated behind it is never ' +
    'reached. The list looks complete, and logins succeed.',
  symptoms: {
    log: [relayDenied],
    facts: [unlessSetAgain(loginTooLate)],
    client: '235 2.7.0 Authentication successful, then 554 5.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words: 'Move permit_sasl_authenticated before reject_unauth_destination.',
    commands: [
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject:
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination, permit_sasl_authenticated"',
    provoke: [mailOfUser],
    repair:
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#lists'],
};
