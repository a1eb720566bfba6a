import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { opposite } from '../shared/facts';
import { refusal } from '../shared/log-signs';
import { privateIpv4 } from '../shared/relay-denied';
import { nameCheckFirst } from './shared/name-checks';

export const mode: FailureMode = {
  id: 'dns/private-client-without-name',
  kind: 'fault',
  title: 'all clients seem to come from an address of the own network, and are refused for its name',
  cause:
    'The server sees the address of a gateway: Docker’s, for IPv6 or with userland-proxy, rootless Docker and Podman, or a load balancer in front. It is private and has no name, so a check of names refuses everybody; were it in mynetworks, everybody might relay.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^\\w+: reject: [A-Z]+ from unknown\\[${privateIpv4}\\]: ${refusal}Client host rejected: cannot find your (?:reverse )?hostname(?:, \\[|$)`,
        ),
        specimen:
          'postfix/smtpd[2868]: NOQUEUE: reject: RCPT from unknown[172.19.0.1]: 450 4.7.25 Client host rejected: cannot find your hostname, [172.19.0.1]; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<mx.outside.example>',
        strength: 'suggests',
        program: smtpdProgram,
      },
    ],
    facts: [opposite(nameCheckFirst, 'smtpd_client_restrictions permits a login before it looks for a name')],
    client: '450 4.7.25 Client host rejected: cannot find your hostname, [172.19.0.1]',
  },
  repair: {
    words:
      'Let the server see the clients’ addresses: publish the ports without the proxy, IPv6 too, in host mode, or with the PROXY protocol. Only if it is one machine of yours, exempt it.',
    commands: [
      'docker network inspect bridge | grep Gateway',
      'docker inspect mail --format "{{json .NetworkSettings.Ports}}"',
      'grep "connect from" /var/log/mail.log | cut -d" " -f6- | sort | uniq -c | sort -n | tail',
    ],
  },
  unreproduced: 'It takes a gateway that rewrites addresses, before a server that asks for names.',
  versions: {},
  noticedBy: [],
  references: [
    'https://docs.docker.com/engine/network/packet-filtering-firewalls/',
    'https://docker-mailserver.github.io/docker-mailserver/latest/config/advanced/ipv6/',
  ],
};
