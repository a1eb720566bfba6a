import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'limits/submitted-mail-too-big',
  kind: 'client',
  title: 'a mail that a program hands to sendmail is larger than message_size_limit',
  cause:
    'The limit holds for mail that is made on the machine as well; postdrop ends it with “File too large”, and sendmail gives the program an error. A report or a log in a cron job’s mail grows over it.',
  symptoms: {
    log: [
      {
        pattern: /fatal: \S+\(\d+\): message file too big|^warning: uid=\d+: File too large/,
        specimen: 'postfix/sendmail[97]: fatal: www-data(33): message file too big',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'An exit status other than 0 of sendmail.',
  },
  repair: {
    words: 'Send less, or raise the limit; mailbox_size_limit must not be below it.',
    commands: [
      'postconf message_size_limit mailbox_size_limit',
      'postconf -e message_size_limit=52428800',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e message_size_limit=10000',
    provoke: [
      { kind: 'run', script: 'head -c 50000 /dev/zero | tr "\\0" "x" | fold | /usr/sbin/sendmail root || true' },
    ],
    repair: 'postconf -e message_size_limit=20480000',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#message_size_limit'],
};
