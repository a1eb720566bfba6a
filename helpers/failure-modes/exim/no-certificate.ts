import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/no-certificate',
  kind: 'fault',
  title: 'Exim has no certificate: it makes one that nobody trusts, or has no TLS',
  cause:
    'tls_advertise_hosts is everybody since version 4.87, and tls_certificate is not set: Exim offers STARTTLS with a certificate made for the moment and signed by itself. Clients that check it give up. Older versions make none, and every handshake fails.',
  symptoms: {
    log: [
      {
        pattern: /No server certificate defined; (?:will use a selfsigned one|TLS connections will fail)/,
        specimen: 'exim4[53]: Warning: No server certificate defined; will use a selfsigned one.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A certificate that is signed by itself',
  },
  repair: {
    words: 'Name a certificate and a key.',
    commands: ['exim -bP tls_certificate tls_privatekey tls_advertise_hosts'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
