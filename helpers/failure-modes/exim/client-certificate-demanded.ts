import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/client-certificate-demanded',
  kind: 'client',
  title: 'Exim wants a certificate from a client that has none it trusts',
  cause:
    'The client’s address is in tls_verify_hosts, so the handshake fails unless it shows a certificate of an authority in tls_verify_certificates. Mail programs and most servers have none.',
  symptoms: {
    log: [
      {
        pattern:
          /TLS error on connection from .*\((?:certificate verification failed|no certificate received from peer)/,
        specimen:
          '2026-11-24 23:49:37 TLS error on connection from client.outside.example (client) [198.51.100.7] (certificate verification failed): certificate invalid',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The handshake breaks off.',
  },
  repair: {
    words: 'Give the client a certificate, or ask for it without insisting: tls_try_verify_hosts.',
    commands: ['exim -bP tls_verify_hosts tls_try_verify_hosts tls_verify_certificates'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
