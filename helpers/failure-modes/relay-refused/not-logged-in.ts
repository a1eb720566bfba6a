import type { FailureMode } from '../../model/failure-mode';
import { deniedToWhomever } from '../client/shared/session-notes';
import { mailOfStranger } from '../shared/client-steps';
import { ofElsewhere, strangerDenied554, usersMayRelay } from '../shared/relay-denied';

export const mode: FailureMode = {
  id: 'relay-refused/not-logged-in',
  kind: 'client',
  title: 'a client wants to relay without logging in',
  cause:
    'The client is not in $mynetworks, has not logged in, and writes to a domain that is not the server’s: Postfix is ' +
    'right to refuse. Most often the program has no user name and password set for outgoing mail, or it did try to ' +
    'log in and failed before, which an earlier line of the same session shows. Since Postfix 3.0 the disconnect ' +
    'line counts: no `auth=` means that it never tried, `auth=0/1` that it failed.',
  symptoms: {
    log: [ofElsewhere(strangerDenied554), deniedToWhomever],
    facts: [usersMayRelay],
    client: '554 5.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words:
      'Make the client log in: in a mail program, "my outgoing server requires authentication". A machine that ' +
      'can’t is added to mynetworks with its exact address, not with its network.',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.10"', 'systemctl reload postfix'],
  },
  reproduction: {
    inject:
      'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
    provoke: [mailOfStranger],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/SMTPD_ACCESS_README.html',
    'https://github.com/docker-mailserver/docker-mailserver/issues/3298',
    'https://github.com/catatnight/docker-postfix/issues/5',
  ],
};
