import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/starttls-not-advertised',
  kind: 'client',
  title: 'a client says STARTTLS where Exim does not offer it',
  cause:
    'Exim offers STARTTLS in its answer to EHLO, to the hosts of tls_advertise_hosts. Who says it before EHLO or after HELO, as by hand in telnet, or where it is not offered, gets 503.',
  symptoms: {
    log: [
      {
        pattern: /STARTTLS command used when not advertised/,
        specimen:
          '2026-11-24 23:49:37 SMTP protocol error in "STARTTLS" H=client.outside.example [198.51.100.7] STARTTLS command used when not advertised',
        strength: 'names',
      },
    ],
    facts: [],
    client: '503 STARTTLS command used when not advertised',
  },
  repair: {
    words: 'Say EHLO first. If its answer has no STARTTLS, set a certificate and tls_advertise_hosts.',
    commands: ['exim -bP tls_advertise_hosts', 'openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
    'https://github.com/namshi/docker-smtp/issues/55',
  ],
};
