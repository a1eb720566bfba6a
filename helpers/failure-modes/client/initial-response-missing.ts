import type { FailureMode } from '../../model/failure-mode';
import { plainWithoutInitialResponse } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/initial-response-missing',
  kind: 'client',
  title: 'a server wants PLAIN’s answer on the line of AUTH, and a client waits to be asked',
  cause:
    'RFC 4954 lets a client send AUTH PLAIN alone and answer an empty 334. Some servers do not go on then, and refuse at once as if the password were wrong: the login is right, and was never said.',
  symptoms: {
    log: [plainWithoutInitialResponse],
    facts: [],
    client: '535 behind AUTH PLAIN, before the password was sent',
  },
  repair: {
    words: 'Let the client send the initial response, or use LOGIN. curl: --sasl-ir, or --login-options AUTH=LOGIN.',
    commands: [
      'curl --sasl-ir --ssl-reqd smtp://mail.example.test:587 -u alice@example.test --mail-from alice@example.test --mail-rcpt bob@example.test -T mail.txt',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 4', 'https://github.com/curl/curl/issues/4080'],
};
