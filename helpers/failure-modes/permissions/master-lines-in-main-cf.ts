import type { FailureMode } from '../../model/failure-mode';
import { noticedBy } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/master-lines-in-main-cf',
  kind: 'fault',
  title: 'lines of master.cf stand in main.cf',
  cause:
    'A service, such as submission inet n - n - - smtpd or dovecot unix - n n - - pipe, with its -o options is a matter of master.cf; main.cf has only name = value. Every Postfix program refuses the whole file: start, stop and reload fail, and a master that still runs can start no more services.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: \S+\/main\.cf, line \d+(?:-\d+)?: missing '=' after attribute name: "\S+\s+(?:inet|unix|unix-dgram|fifo|pass)\s/,
        specimen: `postfix[9]: fatal: /etc/postfix/main.cf, line 670: missing '=' after attribute name: "submission inet n - n - - smtpd"`,
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or, where the old master lives, silence.',
  },
  repair: {
    words: 'Move the line, and those with -o or flags= below it, to master.cf.',
    commands: [
      "grep -nE '^[^#[:space:]]+[[:space:]]+(inet|unix|fifo|pass)[[:space:]]' /etc/postfix/main.cf",
      'postconf -n >/dev/null && postconf -M',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'Its line is that of continuation-flush-left, which shows that Postfix refuses the file.',
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/master.5.html', 'https://www.postfix.org/postconf.5.html'],
};
