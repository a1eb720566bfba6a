import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/tls-not-closed',
  kind: 'noise',
  title: 'the next server ends TLS with Exim without saying so',
  cause:
    'After the last reply each side is to say that it closes TLS, and many servers just end the connection. Exim, with GnuTLS, writes so; the mail was delivered or refused before, as its other lines say.',
  symptoms: {
    log: [
      {
        pattern:
          /H=\S+ \[[^\]]+\](?::\d+)? TLS error on connection \((?:recv|send)\): (?:The TLS connection was non-properly terminated\b(?!.*syscall)|The specified session has been invalidated)|peer close after all rcpt responses/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB H=mx.elsewhere.example [192.0.2.30] TLS error on connection (recv): The TLS connection was non-properly terminated.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Nothing.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
