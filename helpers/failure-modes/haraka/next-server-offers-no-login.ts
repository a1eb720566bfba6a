import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/next-server-offers-no-login',
  kind: 'fault',
  title: 'Haraka is told to log in at a server that offers no login, or another one',
  cause:
    'The host in the routes has a user and a password, and its answer to EHLO has no AUTH at that port or before TLS, or none of CRAM-MD5, PLAIN and LOGIN. Haraka goes on without a login, and is refused.',
  symptoms: {
    log: [
      {
        pattern:
          /\[outbound\] (?:AUTH configured for domain \S+ but host \S+ ?did not (?:advertise AUTH|offer any compatible)|Unsupported authentication type \S+ requested for domain)/,
        specimen:
          '[WARN] [6E2C5AB8-6A4C-4D2A-9C3B-3C9A5B0A6A5E.1.1] [outbound] AUTH configured for domain elsewhere.example but host smarthost.example.test did not advertise AUTH capability',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Name the port for users, 587, and enable TLS for outgoing mail.',
    commands: [
      'grep -n enable_tls config/outbound.ini',
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/Outbound'],
};
