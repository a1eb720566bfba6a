import type { FailureMode } from '../../model/failure-mode';
import { noticedBy } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/full-width-space-in-main-cf',
  kind: 'fault',
  title: 'a line in main.cf begins with characters outside ASCII: mostly full-width spaces',
  cause:
    'Japanese web pages indent with U+3000, which looks like two blanks and is no white space to Postfix: the line is one of its own, and has no value. In the log each of its three bytes is a question mark. A no-break space (U+00A0) does the same, with two; a byte order mark at the start of the file, and a comment in another script without its #, look alike.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: \S+\/main\.cf, line \d+: missing '=' after attribute name: "\?\?/,
        specimen: `postfix[33937]: fatal: /etc/postfix/main.cf, line 57: missing '=' after attribute name: "???reject_unknown_client,"`,
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or, where the old master lives, silence.',
  },
  repair: {
    words: 'Replace the characters by blanks, or take them out.',
    commands: [
      "grep -nP '[^\\x00-\\x7F]' /etc/postfix/main.cf",
      "sed -i 's/\\xe3\\x80\\x80/  /g; s/\\xc2\\xa0/ /g' /etc/postfix/main.cf",
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "LC_ALL=C sed -i 's/^  *reject_unknown_client/\\xe3\\x80\\x80reject_unknown_client/' /etc/postfix/main.cf",
    provoke: [],
    repair: "LC_ALL=C sed -i 's/\\xe3\\x80\\x80/  /g; s/\\xc2\\xa0/ /g' /etc/postfix/main.cf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html'],
};
