import type { FailureMode } from '../../model/failure-mode';
import { relayAccessDenied } from '../client/shared/client-words';
import { deniedThoughLoggedIn } from '../client/shared/session-notes';
import { mailOfUser } from '../shared/client-steps';
import { loginsAreOn, relayDenied } from '../shared/relay-denied';
import { recipientListFact, refusesUsers, unlessSetAgain } from '../shared/restriction-lists';

const loginMissing = recipientListFact(
  'a list for recipients has no permit_sasl_authenticated before it refuses to relay, and none behind',
  (list) => refusesUsers(list) && !list.includes('permit_sasl_authenticated'),
);

export const mode: FailureMode = {
  id: 'relay-refused/login-not-permitted',
  kind: 'fault',
  common: true,
  title: 'users log in, but no list lets them relay',
  cause:
    'The login works (235), and then `Relay access denied`: permit_sasl_authenticated is missing in ' +
    'smtpd_relay_restrictions or smtpd_recipient_restrictions, where both are asked. The reject line does not name the user; ' +
    '`auth=1` in the disconnect line of the session (Postfix 3.0 and later) shows that the login was good.',
  symptoms: {
    log: [relayDenied, deniedThoughLoggedIn, relayAccessDenied],
    facts: [unlessSetAgain(loginMissing), loginsAreOn],
    client: '235 2.7.0 Authentication successful, then 454 4.7.1 or 554 5.7.1 Relay access denied',
  },
  repair: {
    words: 'Put permit_sasl_authenticated before what refuses, in both lists.',
    commands: [
      'postconf -n | grep restrictions',
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination"',
    provoke: [mailOfUser],
    repair:
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/SASL_README.html#server_sasl_enable'],
};
