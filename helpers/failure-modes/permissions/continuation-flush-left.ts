import type { FailureMode } from '../../model/failure-mode';
import { noticedBy } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/continuation-flush-left',
  kind: 'fault',
  title: 'a line in main.cf has no “=”: mostly a continuation line that begins at the left margin',
  cause:
    'A line that continues the one above must begin with white space. Text pasted from a web page has often lost it, so that `reject_rbl_client …,` reads as a parameter without a value. A comment without # and a parameter without = read so, too, and so does an `include`: main.cf can take in no other file. Every Postfix program refuses the whole file: start, stop and reload fail, and a master that still runs can start no more services.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: \S+\/main\.cf, line \d+(?:-\d+)?: missing '=' after attribute name: "(?!\S+\s+(?:inet|unix|unix-dgram|fifo|pass)\s)[^?]/,
        specimen: `postfix[32995]: fatal: /etc/postfix/main.cf, line 57: missing '=' after attribute name: "reject_rhsbl_client rhsbl.ahbl.org,"`,
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or, where the old master lives, silence.',
  },
  repair: {
    words: 'Indent the line that the log names, and those below that belong to it; or give it its # or =.',
    commands: [
      "sed -i 's/^reject_/    reject_/' /etc/postfix/main.cf",
      'postconf -n >/dev/null',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: "sed -i 's/^  *reject_rbl_client spamcop/reject_rbl_client spamcop/' /etc/postfix/main.cf",
    provoke: [],
    repair: "sed -i 's/^reject_/    reject_/' /etc/postfix/main.cf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html'],
};
