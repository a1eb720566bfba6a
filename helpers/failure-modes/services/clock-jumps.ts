import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/clock-jumps',
  kind: 'fault',
  title: 'the mail system meets times that have not come: a clock was set back, or goes wrong',
  cause:
    'The clock was set back, by a time service that started late, by hand, or when a virtual machine was resumed. Or the file was copied, or written by another machine whose clock or time zone is wrong, as in a maildrop on a file server. Mail may be held until its time has come; greylisting and rates count wrong meanwhile.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: message \S+ dated \d+ seconds into the future|correcting date for first seen in the future/,
        specimen:
          'postfix/pickup[9]: warning: 4XyZab1234: message maildrop/4XyZab1234 dated 12345 seconds into the future',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or mail that waits.',
  },
  repair: {
    words: 'Let a time service run, and start before the mail system.',
    commands: ['timedatectl', 'chronyc tracking', 'postqueue -p'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/pickup.8.html'],
};
