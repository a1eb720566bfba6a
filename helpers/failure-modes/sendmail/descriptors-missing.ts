import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/descriptors-missing',
  kind: 'noise',
  title: 'Sendmail was started without standard output or input, and says so',
  cause: 'A cron job, PHP or a daemon called it with these closed. It opens /dev/null instead and goes on.',
  symptoms: {
    log: [
      {
        pattern: /File descriptors missing on startup: /,
        specimen: 'sendmail[2571]: u8F1B2C3002571: File descriptors missing on startup: stderr; Bad file descriptor',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing to do.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
