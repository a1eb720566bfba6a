import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { byLmtp, byLocal, lmtpCanNotConnect, taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/lmtp-server-down',
  kind: 'fault',
  title: 'Postfix does not reach the server to which it hands over mail by LMTP',
  cause:
    '“Connection refused”: nobody listens there. The server that has the mailboxes, mostly Dovecot, is down, is not up yet, or listens for LMTP elsewhere: on another port or address than the transport names, or on a socket that an earlier process has left. Port 8024 is Mailman 3’s: then only its lists are concerned. “timed out” and “No route”: the address is wrong, or a firewall or the network of a container stands between. The mail stays in the queue.',
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
    words:
      'Compare the port or socket of the transport with that on which the server listens, and start the server; where it times out, look at the network between.',
    commands: [
      'postconf -n | grep -i lmtp:',
      'doveconf -n service/lmtp protocols',
      'ss -ltnx | grep -E ":24 |lmtp"',
      'nc -vz dovecot.example.test 24   # from where Postfix runs',
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
