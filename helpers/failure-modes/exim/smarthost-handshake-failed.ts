import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/smarthost-handshake-failed',
  kind: 'fault',
  title: 'Exim and the next server do not come to terms about TLS',
  cause:
    'The certificate of the other is not trusted or has another name, the two share no version or cipher, TLS is demanded and not offered, or Exim says STARTTLS at a port that speaks TLS at once (465 needs protocol = smtps).',
  symptoms: {
    log: [
      {
        pattern:
          /a TLS session is required, but |(?:defer \(-3[78]\).*|H=\S+ \[[^\]]+\](?::\d+)?): TLS session: (?!\((?:cert\/key setup|SSL_CTX_|X509_STORE|gnutls_priority|openssl_options|library init|context init|setting certificate trust|gnutls_certificate_set|gnutls_global|RAND_status|TLS error))|^(?:\S+ )?(?:\[\S+\] )?TLS session: \((?:SSL_connect|gnutls_handshake|certificate verification)|H=\S+ \[[^\]]+\](?::\d+)? TLS error on connection \((?:SSL_connect|gnutls_handshake|certificate verification)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost T=remote_smtp_smarthost defer (-38) H=smarthost.example.test [192.0.2.30]: a TLS session is required, but the server did not offer TLS support',
        strength: 'names',
      },
      {
        pattern:
          /DANE attempt failed; TLS connection to |TLS session: \((?:certificate verification failed|gnutls_handshake)\)/,
        specimen:
          '2026-11-24 23:49:37 1tH0aB-0000000012-0001 DANE attempt failed; TLS connection to mx.example.net [203.0.113.30]: (certificate verification failed): certificate invalid',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /Required TLS certificate status not received|Received TLS cert(?:ificate)? (?:\([^)]*\) )?status response, |Server certificate revoked|OCSP dates invalid/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-37) H=mx.elsewhere.example [192.0.2.9]: TLS session: (SSL_connect) Required TLS certificate status not received',
        strength: 'names',
        alternative: true,
      },
      {
        // exim -v.
        pattern:
          /TLS error on connection to \S+ \[[^\]]+\] \((?:SSL_connect|gnutls_handshake|certificate verification)/,
        specimen:
          'TLS error on connection to mx.example.org [203.0.113.25] (SSL_connect): error:00000000:lib(0):func(0):reason(0)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Try the handshake by hand; correct port and protocol, or what is demanded of the certificate.',
    commands: [
      'exim -bP transport remote_smtp_smarthost | grep -E "tls|protocol|port"',
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html'],
};
