import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/haproxy-header-missing',
  kind: 'fault',
  title: 'Dovecot turns a connection away at a listener for HAProxy: no proper header, or not from a trusted address',
  cause:
    'A listener with haproxy = yes takes only connections that begin with HAProxy’s line, and only from haproxy_trusted_networks. "Client not trusted" means that the address is not in that list, be it the proxy’s own or that of a client that comes directly. Else a health check or a proxy does not send the header (send-proxy-v2), or not in haproxy_timeout.',
  symptoms: {
    log: [
      {
        pattern:
          /haproxy\S*: Client (?:disconnected|timed out|not trusted)|Client not trusted \(rip=|Failed to read valid HAproxy data|HAproxy application protocol mismatch|haproxy_trusted_networks: /,
        specimen: 'dovecot: imap-login: Error: haproxy: Client not trusted (rip=203.0.113.7)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The connection closes without a greeting.',
  },
  repair: {
    words: 'Name the proxy’s addresses, let it send the header, and give direct clients a listener of their own.',
    commands: ['doveconf -n haproxy_trusted_networks haproxy_timeout', 'doveconf -n service | grep -B4 haproxy'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/haproxy/'],
};
