import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { ofElsewhere, strangerDenied454, usersMayRelay } from '../shared/relay-denied';

export const mode: FailureMode = {
  id: 'relay-refused/not-logged-in-deferred',
  kind: 'client',
  title: 'a client wants to relay without logging in, and is put off instead of refused',
  cause:
    'The same as a refusal with 554, but the list that decides ends in defer_unauth_destination, as the default of ' +
    'smtpd_relay_restrictions does since Postfix 2.10. A mail server that sends takes 454 for a passing trouble and ' +
    'tries again for days, so nobody learns soon that the client has to log in.',
  symptoms: {
    log: [ofElsewhere(strangerDenied454)],
    facts: [usersMayRelay],
    client: '454 4.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words: 'Make the client log in. For a final answer, let the list end in reject_unauth_destination.',
    commands: [
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    // Before 3.6 the list of recipients has its say first, and the how-to's ends in a refusal.
    inject: 'postconf -e smtpd_recipient_restrictions=',
    provoke: [mailOfStranger],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: { from: '2.10' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_relay_restrictions',
    'https://github.com/simple-login/simplelogin-postfix-docker/issues/38',
  ],
};
