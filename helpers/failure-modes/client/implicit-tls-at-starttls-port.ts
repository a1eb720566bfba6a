import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/implicit-tls-at-starttls-port',
  kind: 'client',
  title: 'a client speaks TLS at once, at a port that speaks clear first',
  cause:
    'SSL/TLS is chosen in the client with 587 or 25, where TLS begins with STARTTLS. Its library takes the greeting 220 for a broken handshake.',
  symptoms: {
    log: [
      {
        pattern:
          /\[SSL: WRONG_VERSION_NUMBER\]|tls: first record does not look like a TLS handshake|Unsupported or unrecognized SSL message|write EPROTO .*wrong version number/,
        specimen: 'ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None: the client ends the connection.',
  },
  repair: {
    words: 'In the client: STARTTLS with 587, or SSL/TLS with 465. Nodemailer: secure: false with 587.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 8314 section 3'],
};
