import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/proxy-header-wrong',
  kind: 'fault',
  title: 'Haraka waits for a proxy’s header and does not get it, or gets it from a stranger',
  cause:
    'connection.ini (haproxy.hosts) names the proxies that say PROXY first. From them a connection without it times out; from others the command is refused. The header has to be the one in text (version 1).',
  symptoms: {
    log: [
      {
        pattern: /PROXY (?:not allowed from|timeout)|Invalid PROXY format/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="421 PROXY not allowed from 198.51.100.7" time=0.054',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421 PROXY timeout',
  },
  repair: {
    words: 'Name the proxy’s addresses, and let it send the header.',
    commands: ['grep -n -A4 haproxy config/connection.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/HAProxy'],
};
