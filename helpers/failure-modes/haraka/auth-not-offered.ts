import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/auth-not-offered',
  kind: 'client',

  title: 'a client says AUTH to Haraka where no plugin offers it',
  cause:
    'No auth plugin is in config/plugins, or it offers AUTH after STARTTLS and to private addresses only, as auth/flat_file does, or not the mechanism that the client takes. To Haraka AUTH is a command that it doesn’t know then. Small servers that have no AUTH, and firewalls that look into SMTP and hide it, answer the same.',
  symptoms: {
    log: [
      {
        pattern: /\[core\] (?:disconnect .* lr="|S: )500 Unrecognized command/,
        specimen:
          '[NOTICE] [A6B11776-E7B4-48C0-B908-6A87B2D8597A] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=1 txns=0 rcpts=0/0/0 msgs=0/0/0 bytes=0 lr="500 Unrecognized command" time=0.022',
        strength: 'suggests',
      },
      {
        // PHPMailer, of any server that has no other words for what it does not know.
        pattern: /AUTH not accepted from server: 500 Unrecognized command/,
        specimen: 'SMTP -> ERROR: AUTH not accepted from server: 500 Unrecognized command',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '500 Unrecognized command',
  },
  repair: {
    words: 'Add tls and an auth plugin to config/plugins; in the client, STARTTLS first.',
    commands: ['grep -nE "^(tls|auth)" config/plugins', 'ls config/tls_key.pem config/tls_cert.pem'],
  },
  unreproduced: 'Its lines were seen on the server of containers/servers; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/plugins/auth/flat_file', 'https://haraka.github.io/plugins/tls'],
};
