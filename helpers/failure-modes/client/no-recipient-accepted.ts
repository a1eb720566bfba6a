import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/no-recipient-accepted',
  kind: 'client',
  follows: true,
  title: 'every recipient was refused, and the client goes on to DATA',
  cause:
    'The server has refused each RCPT, and says so again at DATA. Why, its replies to RCPT tell: the client has not logged in, the recipient does not exist, or a check refuses the client. Programs that show only the last reply hide the one that matters.',
  symptoms: {
    log: [
      clientGets(
        /(?:503|554)[ -](?:5\.\d\.\d )?(?:Error: no valid recipients|Error \(DATA\): no valid recipients|No valid recipients|no valid recipients given|valid RCPT command must precede DATA|RCPT command\(s\) required|No recipients specified)/,
        '554 5.5.1 Error: no valid recipients',
        'suggests',
      ),
    ],
    facts: [],
    client: '554 5.5.1 Error: no valid recipients',
  },
  repair: {
    words:
      'Let the client show its session, and read the reply to RCPT; or look for NOQUEUE: reject in the server’s log.',
    commands: [
      'grep "NOQUEUE: reject: RCPT" /var/log/mail.log | tail',
      'swaks --to bob@example.test --server mail.example.test:587 --tls --auth-user alice@example.test',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 3.3'],
};
