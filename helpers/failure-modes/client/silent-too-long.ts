import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/silent-too-long',
  kind: 'client',
  title: 'a server ends a session in which the client has said nothing for too long',
  cause:
    'Programs that keep a connection for the next mail (a pool, keep-alive) find it closed when they use it; one that builds or scans its message between two commands takes too long; or what it sends does not arrive, as where a firewall, a VPN or a wrong MTU loses large packets. By hand, one types too slowly. A mail of before may have been taken all the same.',
  symptoms: {
    log: [
      clientGets(
        /(?:421|451)[ -](?:4\.\d\.\d )?(?:\S+ )?(?:Error: timeout exceeded|Timeout waiting for (?:client input|data from client)|[Ii]dle timeout|Idle connection|Connection (?:was )?idle)/,
        '451 4.7.0 Timeout waiting for client input',
      ),
    ],
    facts: [],
    client: '421 4.4.2 mail.example.test Error: timeout exceeded',
  },
  repair: {
    words:
      'In the client: open the connection when there is a mail, and close it after; or retry once. Where large mails alone fail, look at the way: lower the MTU, and take filters of SMTP off the firewall.',
    commands: ['postconf smtpd_timeout', 'ping -M do -s 1400 mail.example.test'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.5.3.2.7', 'https://www.postfix.org/postconf.5.html#smtpd_timeout'],
};
