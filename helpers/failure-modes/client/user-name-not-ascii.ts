import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';

import { client, plainManual, says } from './shared/failed-logins';
import { notAscii } from './shared/several-mistakes';

export const mode: FailureMode = {
  id: 'client/user-name-not-ascii',
  kind: 'client',
  title: 'a client logs in with a name that is not ASCII',
  cause:
    'The name has a letter such as ü in it. The same letter is other bytes in UTF-8 and in ISO 8859-1, and names are compared byte by byte, so the account is found from one program and not from another; so it is with passwords, which no log shows. The log has a question mark where the bytes are no UTF-8. A name of nothing but such signs is one that was sent without base64, or a robot’s.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: SASL \S+ authentication failed: authentication failure, sasl_username=.*(?:[^\x20-\x7e]|\?)/,
        specimen: `postfix/submission/smtpd[51]: warning: ${client}: SASL PLAIN authentication failed: authentication failure, sasl_username=j?rgen@example.test`,
        strength: 'names',
      },
      notAscii,
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Give the account a login name in ASCII, and a password too.',
    commands: ['saslpasswd2 -c -u example.test juergen'],
  },
  reproduction: {
    inject: '',
    provoke: says(`AUTH PLAIN ${Buffer.from('\0j\xfcrgen\0secret', 'latin1').toString('base64')}`),
    repair: '',
    toldBy: 'log',
  },
  versions: { from: '3.5.22' },
  noticedBy: [],
  references: [plainManual, 'https://github.com/mail-in-a-box/mailinabox/issues/407'],
};
