import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/tls-settings-unusable',
  kind: 'fault',
  title: 'a TLS setting of Exim’s is none that its library takes',
  cause:
    'tls_require_ciphers is written in OpenSSL’s way for an Exim with GnuTLS, or the other way round; tls_dhparam names a file that is not there or has a weak parameter, tls_eccurve a curve that is unknown; or a newer library has dropped what was named. Every handshake fails, for clients as for next servers.',
  symptoms: {
    log: [
      {
        pattern:
          /SSL_CTX_set_cipher_list\([^)]*\) failed|gnutls_priority_init\([^)]*\) failed|could not read dhparams file|Could not read tls_dhparams|Unknown standard DH prime|No standard prime named|TLS error \(D-H param setting|Unknown curve name in tls_eccurve|Error enabling '[^']*' (?:curve|group)|openssl_options parsing failed/,
        specimen:
          '2026-11-24 23:49:37 TLS error on connection from client.outside.example (client) [198.51.100.7] (gnutls_priority_init(HIGH:!aNULL) failed at offset 0, "HIGH:!aNU.."): The request is invalid.',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 TLS currently unavailable',
  },
  repair: {
    words: 'Write it in the way of the library that Exim has, or leave it out.',
    commands: [
      'exim -bV | grep -iE "openssl|gnutls"',
      'exim -bP tls_require_ciphers tls_dhparam tls_eccurve openssl_options',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
