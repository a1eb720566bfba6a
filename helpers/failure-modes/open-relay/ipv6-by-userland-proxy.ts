import type { FailureMode } from '../../model/failure-mode';
import { parameter } from '../shared/facts';
import { acceptedFrom, gateway, gatewayTrusted } from './shared/trusted-gateway';

export const mode: FailureMode = {
  id: 'open-relay/ipv6-by-userland-proxy',
  kind: 'exposure',
  title: 'clients that come over IPv6 look like Docker’s gateway',
  cause:
    'The host has IPv6, the container’s network has not: docker-proxy takes the connection and makes a new one from ' +
    'the IPv4 gateway, which mynetworks trusts. Tests over IPv4 find the server closed; over IPv6 it relays for ' +
    'everybody.',
  symptoms: {
    log: [acceptedFrom(gateway, 'postfix/smtpd[1727]: D7D621EE49A: client=unknown[172.22.1.1]')],
    facts: [gatewayTrusted, parameter('inet_protocols', /^ipv4$/, 'inet_protocols is ipv4', 'all')],
    client: '250 2.1.5 Ok for any sender and any recipient over IPv6; 454 4.7.1 Relay access denied over IPv4',
  },
  repair: {
    words:
      'Give the container’s network IPv6, or publish the port for IPv4 only (0.0.0.0:25:25); take the gateway out of ' +
      'mynetworks.',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"', 'systemctl reload postfix'],
  },
  unreproduced: 'the lab’s network has no IPv6 and publishes no port by the userland proxy',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/1405',
    'https://github.com/mailcow/mailcow-dockerized/issues/3598',
  ],
};
