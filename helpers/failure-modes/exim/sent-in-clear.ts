import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/sent-in-clear',
  kind: 'noise',
  title: 'Exim hands mail on in clear, since TLS with the next server failed',
  cause:
    'Unless the server is in hosts_require_tls, Exim goes on without TLS where the handshake fails. The mail is delivered; the line before says what failed.',
  symptoms: {
    log: [
      {
        pattern: /delivering unencrypted to H=|callout unencrypted to /,
        specimen:
          '2026-11-24 23:49:37 remote_smtp: delivering unencrypted to H=mx.elsewhere.example [192.0.2.9] (not in hosts_require_tls)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Nothing; to insist on TLS, name the server in hosts_require_tls.',
    commands: ['exim -bP transport remote_smtp | grep hosts_require_tls'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-encrypted_smtp_connections_using_tlsssl.html',
  ],
};
