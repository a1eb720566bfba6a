import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/authorities-unusable',
  kind: 'fault',
  title: 'Exim can’t read the certificates of the authorities that it is to trust',
  cause:
    'tls_verify_certificates or tls_crl names a file or a folder that is not there, is closed for Exim’s user, or has nothing of that kind in it. With GnuTLS of old versions a folder does not do.',
  symptoms: {
    log: [
      {
        pattern:
          /could not stat \S+ \(tls_verify_certificates\)|failed to stat \S+ for certificates|tls_verify_certificates "[^"]*" is a directory|\(SSL_CTX_load_verify_locations\b/,
        specimen:
          "2026-11-24 23:49:37 could not stat '/etc/ssl/certs/ca.pem' (tls_verify_certificates): No such file or directory",
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 TLS currently unavailable',
  },
  repair: {
    words: 'Name a file that is there, or the system’s: tls_verify_certificates = system.',
    commands: ['exim -bP tls_verify_certificates tls_crl', 'ls -lL /etc/ssl/certs/ca-certificates.crt'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
