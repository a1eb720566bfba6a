import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/mechanism-not-offered',
  kind: 'client',
  title: 'a client wants to log in to Exim by a mechanism that it does not have',
  cause:
    'Each mechanism needs an authenticator of its own, and an authenticator that is not offered, as before TLS, counts as not there. Bots and old programs try NTLM, DIGEST-MD5 or CRAM-MD5 whatever the server says.',
  symptoms: {
    log: [
      {
        pattern: /SMTP protocol error in "AUTH .* authentication mechanism not supported/,
        specimen:
          '2026-11-24 23:49:37 SMTP protocol error in "AUTH NTLM" H=client.outside.example (client) [198.51.100.7] NTLM authentication mechanism not supported',
        strength: 'names',
      },
    ],
    facts: [],
    client: '504 … authentication mechanism not supported',
  },
  repair: {
    words:
      'In the client: PLAIN or LOGIN behind TLS (“normal password”). If it is those that are missing, define their authenticators.',
    commands: [
      'exim -bP authenticator_list',
      'openssl s_client -starttls smtp -connect mail.example.test:587   # then: EHLO client',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html',
    'RFC 4954 section 4',
  ],
};
