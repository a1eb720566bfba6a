import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/certificate-unusable',
  kind: 'fault',

  title: 'Exim can not use its certificate or key',
  cause:
    'tls_certificate or tls_privatekey names a file that is not there or that Exim’s user may not read, or key and certificate are not a pair. STARTTLS is offered and then fails, and with it every login that waits for TLS. On a connection to another server it is the certificate of the transport, which has options of the same names.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:TLS error .*|TLS session: |^)\((?:cert\/key setup|SSL_CTX_use_(?:certificate|PrivateKey)\w*)[: ].*\)?: /,
        specimen:
          '2026-11-24 23:49:37 TLS error on connection from client.outside.example (client) [198.51.100.7] (cert/key setup: cert=/etc/exim4/exim.crt key=/etc/exim4/exim.key): Error while reading file.',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 TLS currently unavailable',
  },
  repair: {
    words: 'Give the key to Exim’s group, and name files that are there.',
    commands: [
      'exim -bP tls_certificate tls_privatekey',
      'exim -bP transports | grep -E "^tls_(certificate|privatekey)"',
      'ls -lL /etc/exim4/exim.crt /etc/exim4/exim.key',
      'chown root:Debian-exim /etc/exim4/exim.key; chmod 640 /etc/exim4/exim.key',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
