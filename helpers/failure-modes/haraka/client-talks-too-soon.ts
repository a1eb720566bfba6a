import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/client-talks-too-soon',
  kind: 'client',
  title: 'a client does not wait for Haraka’s greeting',
  cause:
    'Plugin early_talker greets late, and who speaks before is taken for a bot. Health checks and simple scripts do it too.',
  symptoms: {
    log: [
      {
        pattern: /You talk too soon/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [core] disconnect ip=198.51.100.7 rdns=client.outside.example helo=client relay=N early=N esmtp=Y tls=N pipe=N errors=0 txns=1 rcpts=0/0/1 msgs=0/0/0 bytes=0 lr="550 You talk too soon" time=0.054',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 You talk too soon',
  },
  repair: {
    words: 'Let the client wait for 220; spare the checker’s address in early_talker.ini.',
    commands: ['cat config/early_talker.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-early_talker', 'RFC 5321 section 3.1'],
};
