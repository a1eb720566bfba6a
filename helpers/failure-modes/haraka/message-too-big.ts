import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/message-too-big',
  kind: 'client',
  title: 'a mail is larger than Haraka takes',
  cause:
    'The config file databytes (connection.ini: max.bytes) limits it; the client may have said no SIZE, so that it learns it only after sending.',
  symptoms: {
    log: [
      {
        pattern:
          /Incoming message exceeded max size of|\[core\] disconnect .* lr="\d+ (?:\d\.\d\.\d+ )?.*Message too big!/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1] [core] Incoming message exceeded max size of 26214400',
        strength: 'names',
      },
    ],
    facts: [],
    client: '552 5.3.4 Message too big!',
  },
  repair: {
    words: 'Send less, or raise the limit.',
    commands: ['cat config/databytes; grep -n max config/connection.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/CoreConfig', 'RFC 1870'],
};
