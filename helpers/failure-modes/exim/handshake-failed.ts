import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/handshake-failed',
  kind: 'client',

  title: 'a client and Exim do not come to terms about TLS',
  cause:
    'The client speaks in clear where TLS is expected, knows only versions or ciphers that are too old or that tls_require_ciphers leaves out, does not trust the certificate, or shows none where tls_verify_hosts wants one. No shared cipher may also mean that Exim has no certificate, or only one whose kind of key the client does not know. Scanners, and programs that are closed, end the handshake as well. What the line has in its end tells which.',
  symptoms: {
    log: [
      {
        pattern: /TLS error on connection from .*\((?:gnutls_handshake|SSL_accept)(?:: [^)]*)?\)/,
        specimen:
          '2026-11-24 23:49:37 TLS error on connection from client.outside.example (client) [198.51.100.7] (gnutls_handshake): An unexpected TLS packet was received.',
        strength: 'names',
      },
      {
        pattern:
          /TLS ALPN \(.*\) rejected|TLS error on connection from .*\((?:ALPN required but not negotiated|rxd alert|A TLS fatal alert)/,
        specimen: '2026-11-24 23:49:37 TLS ALPN (http/1.1) rejected',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The connection ends in the handshake.',
  },
  repair: {
    words:
      'In the client: 465 with TLS, or 587 with STARTTLS; renew its software, or use a certificate that it trusts.',
    commands: [
      'openssl s_client -starttls smtp -connect mail.example.test:587',
      'exim -bP tls_require_ciphers tls_verify_hosts',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
