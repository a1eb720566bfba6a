import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { byLmtp, byLocal, lmtpCanNotConnect, taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/lmtp-server-down',
  kind: 'fault',
  title: 'nobody listens where Postfix hands over mail by LMTP',
  cause:
    'The server that has the mailboxes, mostly Dovecot, is down, is not up yet, or listens for LMTP elsewhere: on another port or address than the transport names, or on a socket that an earlier process has left. The mail stays in the queue.',
  symptoms: {
    log: [
      lmtpCanNotConnect(
        /\S+(?:\[[^\]]*\/[^\]]*\]|\[[^\]]+\](?!:(?:25|465|587|100\d\d):):\d+)/,
        /(?:Connection refused|Connection timed out|No route to host|Host is unreachable)/,
        'connect to dovecot.example.test[192.0.2.9]:24: Connection refused',
      ),
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Compare the port or socket of the transport with that on which the server listens, and start the server.',
    commands: [
      'postconf -n | grep -i lmtp:',
      'doveconf -n service/lmtp protocols',
      'ss -ltnx | grep -E ":24 |lmtp"',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: byLmtp('lmtp:inet:127.0.0.1:2424'),
    provoke: [mailToLocalUser],
    repair: byLocal,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/lmtp.8.html', 'https://github.com/1it/docker-mail/issues/2'],
};
