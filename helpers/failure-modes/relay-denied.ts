import { opposite, recipientListFact, refusesUsers, rejects } from './restriction-lists';

const specimen = (reply: string) =>
  `postfix/smtpd[9405]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: ${reply} <x@elsewhere.example>: Relay access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>`;

/** A recipient elsewhere is refused for good. */
export const relayDenied554 = rejects(/554 5\.7\.1 <.*>: Relay access denied;/, specimen('554 5.7.1'), 'suggests');

/** A recipient elsewhere is put off: the list ends in defer_unauth_destination. */
export const relayDenied454 = rejects(/454 4\.7\.1 <.*>: Relay access denied;/, specimen('454 4.7.1'), 'suggests');

/** Either of them. */
export const relayDenied = rejects(/[45]54 [45]\.7\.1 <.*>: Relay access denied;/, specimen('554 5.7.1'), 'suggests');

const usersRefused = recipientListFact('a list for recipients refuses before it permits a login', refusesUsers);

/** The lists are right: who logs in may relay. */
export const usersMayRelay = opposite(usersRefused, 'both lists for recipients permit a login before they refuse');
