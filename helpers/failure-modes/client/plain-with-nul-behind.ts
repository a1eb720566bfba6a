import type { FailureMode } from '../../model/failure-mode';
import { authManual, badPlain, badProtocolReply } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/plain-with-nul-behind',
  kind: 'client',
  title: 'a client sends something behind the password in PLAIN',
  cause:
    'PLAIN is three parts with a NUL between; the password is the last, and nothing follows. This client ends it with a NUL too, as a C program does that encodes one byte too many.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: SASL authentication (?:failure|problem): Got more data than we were expecting in the PLAIN plugin\??$/,
        specimen:
          'postfix/submission/smtpd[51]: warning: SASL authentication failure: Got more data than we were expecting in the PLAIN plugin?',
        strength: 'names',
        program: /smtpd$/,
      },
      { ...badPlain, strength: 'accompanies' },
    ],
    facts: [],
    client: badProtocolReply,
  },
  repair: {
    words: 'Encode the credentials without the NUL at their end.',
    commands: [],
  },
  unreproduced: 'Not tried yet.',
  versions: {},
  noticedBy: [],
  references: [authManual],
};
