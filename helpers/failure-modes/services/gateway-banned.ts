import type { FailureMode } from '../../model/failure-mode';
import { banned, perhapsGatewayBanned } from '../shared/gateway-banned';

export const mode: FailureMode = {
  id: 'services/gateway-banned',
  kind: 'fault',
  title: 'the gateway of the server’s own network is banned, and with it everybody who comes by it',
  cause:
    'Clients do not reach the server with addresses of their own: Docker’s userland proxy, IPv6 to a container that has only IPv4, rootless Docker or Podman, or a router or load balancer that masquerades gives all of them, or all over IPv6, that of the gateway. The failed logins of one stranger then ban all others. Lifting the ban only hides it until the next one, and to ignore the address leaves guessers unbanned. It may also be the router itself, which mails its notices with an old password, and nobody else.',
  symptoms: {
    log: [
      {
        pattern: banned('172\\.(?:1[6-9]|2\\d|3[01])\\.\\d+\\.1|[fF][cdCD][\\da-fA-F]{2}:(?:[\\da-fA-F]+:)*:1'),
        specimen: '2024-11-29 10:00:00,123 fail2ban.actions        [12]: NOTICE  [dovecot] Ban 172.20.0.1',
        strength: 'names',
      },
      perhapsGatewayBanned,
    ],
    facts: [],
    client: 'Connection refused, or no answer at all',
  },
  repair: {
    words:
      'Let the server see the clients’ addresses: give the container’s network IPv6, switch the userland proxy off, use the host’s network, or the PROXY protocol behind a load balancer. Lift the ban only then.',
    commands: [
      'docker network inspect mail_default | grep -E "Gateway|Subnet|EnableIPv6"   # is it the banned address?',
      'grep -oE "(connect from|rip=)[^ ,]*" /var/log/mail.log | sort | uniq -c | sort -rn | head   # do all clients have it?',
      'grep userland-proxy /etc/docker/daemon.json; docker info --format "{{.SecurityOptions}}"   # rootless?',
      'fail2ban-client set dovecot unbanip 172.20.0.1',
    ],
  },
  unreproduced: 'It takes a gateway that rewrites addresses, and our images have no such watch.',
  versions: {},
  noticedBy: [],
  references: [
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
    'https://docker-mailserver.github.io/docker-mailserver/latest/config/advanced/ipv6/',
  ],
};
