import type { FailureMode } from '../../model/failure-mode';
import { clientRejected, loginOnlyAtPort25 } from './shared/rejected-users';

export const mode: FailureMode = {
  id: 'relay-refused/submission-options-at-port-25',
  kind: 'fault',
  title: 'the service at port 25 has the options of submission, and turns every other server away',
  cause:
    'In master.cf the line of submission is commented out and its -o lines are not: they go on with the service above, which is smtp. Or they were ' +
    'put there. With smtpd_client_restrictions=permit_sasl_authenticated,reject nobody gets in without a login, and no mail server has one.',
  symptoms: {
    log: [clientRejected],
    facts: [loginOnlyAtPort25],
    client: '554 5.7.1 <client.outside.example[198.51.100.7]>: Client host rejected: Access denied',
  },
  repair: {
    words: 'Comment the -o lines out as well, or give submission its line back, before them.',
    commands: [
      'postconf -P "smtp/inet/*"',
      'postconf -PX smtp/inet/smtpd_client_restrictions',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -P "smtp/inet/smtpd_client_restrictions=permit_sasl_authenticated,reject"',
    provoke: [{ kind: 'mail', port: 25, to: 'local' }],
    repair: 'postconf -PX smtp/inet/smtpd_client_restrictions',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.5.html', 'RFC 6409 section 4.3'],
};
