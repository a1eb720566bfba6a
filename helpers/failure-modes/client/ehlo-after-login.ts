import type { FailureMode } from '../../model/failure-mode';
import { ehloBehindLogin } from './shared/session-notes';

export const mode: FailureMode = {
  id: 'client/ehlo-after-login',
  kind: 'client',
  title: 'a client says EHLO again behind its login, and the server forgets the login',
  cause:
    'A client may say EHLO again where a security layer of SASL has come into force, and only there (RFC 4954 section 4). Some say it after each login, and some servers begin the session anew with it, so that the mail comes from a stranger.',
  symptoms: {
    log: [ehloBehindLogin],
    facts: [],
    client: '235, 250 to EHLO, then 530 5.7.0 Authentication required at MAIL',
  },
  repair: {
    words: 'Update the client’s library, or let it use PLAIN or LOGIN, behind which it may leave EHLO out.',
    commands: [
      'swaks --to bob@example.test --server mail.example.test:587 --tls --auth PLAIN --auth-user alice@example.test',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 4954 section 4'],
};
