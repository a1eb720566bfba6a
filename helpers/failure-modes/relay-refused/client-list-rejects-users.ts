import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { clientListRejectsUsers, clientRejected } from './shared/rejected-users';

export const mode: FailureMode = {
  id: 'relay-refused/client-list-rejects-users',
  kind: 'fault',
  title: 'smtpd_client_restrictions rejects users who have logged in',
  cause:
    'smtpd_client_restrictions of main.cf ends in `reject` and does not have permit_sasl_authenticated before it. ' +
    'It is asked before the lists for recipients, so what those permit makes no difference. Meant for a server that ' +
    'only machines of $mynetworks use, it shuts out every user from elsewhere.',
  symptoms: {
    log: [clientRejected],
    facts: [clientListRejectsUsers],
    client: '235 2.7.0 Authentication successful, then 554 5.7.1 … Client host rejected: Access denied',
  },
  repair: {
    words: 'Add permit_sasl_authenticated before reject; the port 25 of a mail exchanger needs no reject there at all.',
    commands: [
      'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject"',
    provoke: [mailOfUser],
    repair: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated"',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-before-tls', 'open-relay/outside-anonymous-local'],
  references: ['https://github.com/bokysan/docker-postfix/issues/225'],
};
