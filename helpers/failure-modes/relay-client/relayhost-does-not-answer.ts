import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { noticedBy, password, queued, relayhostSet, smarthost, smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/relayhost-does-not-answer',
  kind: 'fault',
  title: 'the server that mail is handed to, such as relayhost, does not take the connection',
  cause:
    'Refused: nothing listens there, the smarthost is down, or the port is the wrong one. Timed out or unreachable: a firewall or the way to it, or a provider that blocks port 25 for its customers, as most do. Stalwart (connect-error) and maddy (cannot use MX) say it of whichever server they deliver to, a recipient’s mail exchanger too. Mail stays in the queue.',
  symptoms: {
    log: [
      smtp(
        /^(?:\w+: to=.*status=deferred \()?connect to (?!\S+\[[\da-fA-F]*:\S+\]:\d+: Network is unreachable)\S+: (?:Connection refused|Connection timed out|No route to host|Network is unreachable)\)?$/,
        'connect to smarthost.example.test[192.0.2.30]:25: Connection refused',
        'suggests',
      ),
      {
        // Stalwart.
        pattern: /\(delivery\.connect-error\)/,
        specimen:
          '2024-11-29T10:00:00Z INFO Connection error (delivery.connect-error) listenerId = "submission", localPort = 587, remoteIp = 203.0.113.9',
        strength: 'names',
        alternative: true,
      },
      {
        // maddy.
        pattern: /\bremote: cannot use MX\s.*"io_op":"dial"/,
        specimen:
          'maddy[2617]: remote: cannot use MX {"domain":"example.com","io_op":"dial","msg_id":"f2eb","reason":"dial tcp 192.0.2.30:25: i/o timeout","remote_server":"mx.example.com."}',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [relayhostSet],
    client: queued,
  },
  repair: {
    words: 'Ask the provider for host and port; 587 is the usual one.',
    commands: [
      'nc -vz smarthost.example.test 587',
      "postconf -e 'relayhost = [smarthost.example.test]:587'",
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -e 'relayhost = [127.0.0.1]:2526'`,
    provoke: [mailFromInside],
    repair: `postconf -e 'relayhost = [127.0.0.1]:2525'`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html#relayhost'],
};
