import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';
import { policyRejected } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/policy-server-down',
  kind: 'fault',
  title: 'a policy service gives no answer at its port',
  cause:
    'check_policy_service names Postgrey, an SPF checker or another policy service at a TCP port. Nothing listens there (refused), it is at another address or a firewall is between (timed out), or it takes the connection and ends, hangs or answers in another protocol (Success, reset). smtpd tries twice, then puts the recipient off. Users are hit too if the check stands before permit_sasl_authenticated.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: problem talking to server (?!(?!localhost:)[a-z][\w.-]*:\d+: (?:Cannot|Can't) assign requested address)[\w.:[\]-]+:\d+: /,
        specimen: 'postfix/smtpd[1510]: warning: problem talking to server 127.0.0.1:10023: Connection refused',
        strength: 'names',
        program: smtpdProgram,
      },
      policyRejected,
    ],
    facts: [],
    client: '451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration problem',
  },
  repair: {
    words: 'Start the service, and put permit_sasl_authenticated before the check.',
    commands: [
      'systemctl status postgrey',
      'systemctl restart postgrey',
      'ss -ltnp | grep 10023',
      'printf "request=smtpd_access_policy\\nclient_address=192.0.2.1\\n\\n" | nc -w 5 127.0.0.1 10023   # action=… is an answer',
    ],
  },
  reproduction: {
    inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, \\
  permit_sasl_authenticated, reject_unauth_destination, check_policy_service inet:127.0.0.1:10023"`,
    provoke: [mailToLocalUser],
    repair: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unauth_destination"`,
    toldBy: 'log',
  },
  versions: { from: '2.1' },
  noticedBy: ['open-relay/outside-anonymous-local'],
  references: ['https://www.postfix.org/SMTPD_POLICY_README.html'],
};
