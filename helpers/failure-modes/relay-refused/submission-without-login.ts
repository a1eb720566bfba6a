import type { FailureMode } from '../../model/failure-mode';
import { opposite } from '../shared/facts';
import { smtpdFact } from '../shared/restriction-lists';
import { clientListRejectsUsers, clientRejected, loginOnlyAtPort25, loginOnlyHere } from './shared/rejected-users';

const submissionClientLogin = smtpdFact(
  'a service of master.cf has smtpd_client_restrictions=permit_sasl_authenticated,reject',
  ({ options }) => loginOnlyHere('smtpd_client_restrictions')(options),
);

export const mode: FailureMode = {
  id: 'relay-refused/submission-without-login',
  kind: 'client',
  title: 'a client uses the submission port without logging in',
  cause:
    'The submission service of master.cf has its own smtpd_client_restrictions=permit_sasl_authenticated,reject: ' +
    'nobody gets further without a login, not even a client in $mynetworks. The refusal comes at the first RCPT, ' +
    'so that there is time to log in. The client has no login set, or it belongs to port 25.',
  symptoms: {
    log: [clientRejected],
    facts: [
      submissionClientLogin,
      opposite(clientListRejectsUsers, 'main.cf has no such list'),
      opposite(loginOnlyAtPort25, 'the service smtp has no such list'),
    ],
    client: '554 5.7.1 <client.outside.example[198.51.100.7]>: Client host rejected: Access denied',
  },
  repair: {
    words: 'Let the client log in. For machines of $mynetworks that can’t, put permit_mynetworks before it.',
    commands: [
      'postconf -P "submission/inet/smtpd_client_restrictions=permit_mynetworks,permit_sasl_authenticated,reject"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -P "submission/inet/smtpd_client_restrictions=permit_sasl_authenticated,reject"',
    provoke: [{ kind: 'mail' }],
    repair: '',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/359',
    'https://github.com/modoboa/modoboa/issues/2311',
    'RFC 6409 section 4.3',
  ],
};
