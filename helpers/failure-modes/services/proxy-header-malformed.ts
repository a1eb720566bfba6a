import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/proxy-header-malformed',
  kind: 'fault',
  title: 'what stands before Postfix sends a PROXY header that it can not read',
  cause:
    'smtpd_upstream_proxy_protocol = haproxy, or postscreen’s, wants the header of a load balancer first. Address or port in it are missing or are no addresses: version 2 before Postfix 3.5, a socket of Unix, or a client that connects without the balancer.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:fatal|warning): (?:missing|bad) (?:IPv[46] )?(?:TCP )?(?:client|server) (?:address|port)\b.*from proxy/,
        specimen: 'postfix/smtpd[9]: fatal: bad IPv4 client address syntax from proxy: unknown',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The connection ends',
  },
  repair: {
    words: 'Compare what both are set to.',
    commands: ['postconf -P | grep proxy_protocol; postconf -n | grep proxy_protocol'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_upstream_proxy_protocol',
    'https://www.haproxy.org/download/2.9/doc/proxy-protocol.txt',
  ],
};
