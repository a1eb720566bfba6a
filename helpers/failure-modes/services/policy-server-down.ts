import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';
import { policyRejected } from './shared/milters';
import { ownServices } from './shared/own-services';

export const mode: FailureMode = {
  id: 'services/policy-server-down',
  kind: 'fault',
  title: 'a policy service gives no answer at its port or socket',
  cause:
    'check_policy_service names Postgrey, an SPF checker or another policy service at a TCP port or a socket. Nothing listens at the port (refused), it is at another address or a firewall is between (timed out), or it takes the connection and ends, hangs or answers in another protocol (Success, reset). At a socket, “timed out” means that it is there and too slow, mostly as it waits for DNS. smtpd tries twice, then puts the recipient off. Users are hit too if the check stands before permit_sasl_authenticated.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: problem talking to server (?!(?!localhost:)[a-z][\w.-]*:\d+: (?:Cannot|Can't) assign requested address)[\w.:[\]-]+:\d+: /,
        specimen: 'postfix/smtpd[1510]: warning: problem talking to server 127.0.0.1:10023: Connection refused',
        strength: 'names',
        program: smtpdProgram,
      },
      {
        pattern: new RegExp(
          `^warning: problem talking to server (?!private/(?:${ownServices}|auth)\\b)\\S*/\\S+: (?:Connection timed out|Success|Connection reset by peer|Broken pipe)$`,
        ),
        specimen: 'postfix/smtpd[1510]: warning: problem talking to server private/policyd-spf: Connection timed out',
        strength: 'names',
        program: smtpdProgram,
        alternative: true,
      },
      policyRejected,
    ],
    facts: [],
    client: '451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration problem',
  },
  repair: {
    words:
      'Start the service, and put permit_sasl_authenticated before the check. One that spawn runs is started at each connection: see what it waits for.',
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
