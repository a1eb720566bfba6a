import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/tls-at-clear-port',
  kind: 'client',
  title: 'a client begins with TLS at a port of Exim’s that begins in clear',
  cause:
    'The client is set to SSL/TLS, and the port speaks SMTP with STARTTLS: what Exim takes for a command is the beginning of a handshake (22, 3, 1 in octets), with NUL characters in it. Or a scanner tries what answers there.',
  symptoms: {
    log: [
      {
        pattern: /SMTP (?:syntax error in |protocol synchronization error .*input=)"\\026\\003/,
        specimen:
          '2026-11-24 23:49:37 SMTP syntax error in "\\026\\003\\001\\002" H=client.outside.example [198.51.100.7] NULL character(s) present (shown as \'?\')',
        strength: 'names',
      },
      {
        pattern: /input sent without waiting for greeting\).*input="\\026\\003/,
        specimen: '(input sent without waiting for greeting) ... input="\\026\\003\\001"',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '501 NULL characters are not allowed in SMTP commands',
  },
  repair: {
    words:
      'In the client: STARTTLS at 587, or SSL/TLS at 465. To have TLS from the beginning there, name the port in tls_on_connect_ports.',
    commands: ['exim -bP tls_on_connect_ports daemon_smtp_ports', 'openssl s_client -connect mail.example.test:465'],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
    'https://github.com/nextcloud/mail/issues/538',
  ],
};
