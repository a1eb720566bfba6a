import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { listRejectsUsersOutright, recipientRejected } from './shared/rejected-users';

export const mode: FailureMode = {
  id: 'relay-refused/recipient-list-rejects-users',
  kind: 'fault',
  title: 'a list for recipients rejects users who have logged in',
  cause:
    'smtpd_relay_restrictions or smtpd_recipient_restrictions of main.cf ends in `reject` and has no ' +
    'permit_sasl_authenticated before it. Whoever is not permitted by something else in the list is refused, a user ' +
    'who has logged in as well, and so is mail from outside for the server’s own users.',
  symptoms: {
    log: [recipientRejected],
    facts: [listRejectsUsersOutright],
    client: '235 2.7.0 Authentication successful, then 554 5.7.1 … Recipient address rejected: Access denied',
  },
  repair: {
    words: 'Permit those who logged in, and end the list with reject_unauth_destination instead of reject.',
    commands: [
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject"',
    provoke: [mailOfUser],
    repair:
      'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls', 'open-relay/outside-anonymous-local'],
  references: ['https://www.postfix.org/SMTPD_ACCESS_README.html'],
};
