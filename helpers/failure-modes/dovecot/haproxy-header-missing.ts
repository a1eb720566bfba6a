import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/haproxy-header-missing',
  kind: 'fault',
  title: 'Dovecot waits for a proxy’s header, and gets something else',
  cause:
    'A listener with haproxy = yes takes only connections that begin with HAProxy’s line, from haproxy_trusted_networks. A client that comes directly, a health check without the header, or a proxy that does not send it (send-proxy-v2; Postfix: smtp_… has none) is turned away.',
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
