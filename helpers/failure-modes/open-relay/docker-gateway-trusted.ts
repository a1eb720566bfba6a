import type { FailureMode } from '../../model/failure-mode';
import { mailLines } from '../shared/client-steps';
import { acceptedFrom, gateway, gatewayTrusted } from './shared/trusted-gateway';

export const mode: FailureMode = {
  id: 'open-relay/docker-gateway-trusted',
  kind: 'exposure',
  title: 'every client looks like Docker’s gateway, and mynetworks trusts it',
  cause:
    'With Docker’s userland proxy, a masquerading router or Docker Desktop the server sees all connections come from ' +
    'the gateway of its network, 172.x.0.1, whoever is behind it. A mynetworks with 172.16.0.0/12, 10.0.0.0/8 or ' +
    '192.168.0.0/16 trusts that address, and so the whole Internet. In the log no public address is ever in a ' +
    '`connect from` line.',
  symptoms: {
    log: [acceptedFrom(gateway, 'postfix/smtpd[1727]: D7D621EE49A: client=unknown[172.17.0.1]')],
    facts: [gatewayTrusted],
    client: '250 2.1.5 Ok for any sender and any recipient, from anywhere, without a login',
  },
  repair: {
    words:
      'Take the range out of mynetworks and let clients log in; keep the clients’ addresses ("userland-proxy": false ' +
      'in daemon.json, host network, or the PROXY protocol).',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: `postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24, 172.16.0.0/12" smtpd_authorized_xclient_hosts=198.51.100.7`,
    provoke: [
      {
        kind: 'lines',
        port: 25,
        lines: [
          'XCLIENT NAME=[UNAVAILABLE] ADDR=172.17.0.1',
          'EHLO client',
          ...mailLines('x@outside.example', 'x@elsewhere.example'),
        ],
      },
    ],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"\npostconf -X smtpd_authorized_xclient_hosts',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/mailcow/mailcow-dockerized/issues/1145',
    'https://github.com/wader/postfix-relay/issues/16',
    'https://github.com/docker-mailserver/docker-mailserver/issues/128',
  ],
};
