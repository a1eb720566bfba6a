import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/login-demanded',
  kind: 'client',
  title: 'a client sends mail to Haraka before it has logged in',
  cause:
    'Haraka is told that mail needs a login at this port, and the client has no user and password set, or its login failed.',
  symptoms: {
    log: [
      {
        pattern: /\[core\] disconnect .* lr="550 Authentication required"/,
        specimen:
          '[NOTICE] [6E2C5AB8-6A4C-4D2A-9C3B-3C9A5B0A6A5E] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=Y pipe=N errors=0 txns=0 rcpts=0/0/0 msgs=0/0/0 bytes=0 lr="550 Authentication required" time=0.1',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 Authentication required',
  },
  repair: { words: 'Set user, password and STARTTLS in the client.', commands: [] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/CoreConfig'],
};
