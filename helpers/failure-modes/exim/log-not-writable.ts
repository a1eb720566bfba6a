import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/log-not-writable',
  kind: 'fault',
  title: 'Exim may not write its log, and ends',
  cause:
    'The folder of the log belongs to another user, as a mounted volume does that root or another image has made. Exim writes as its own user, and rather ends than works without a log.',
  symptoms: {
    log: [
      {
        pattern: /Cannot open main log file "[^"]*": |could not open panic log - aborting/,
        specimen:
          '2026-11-24 23:49:37 Cannot open main log file "/var/log/exim4/mainlog": Permission denied: euid=0 egid=101',
        strength: 'names',
      },
      {
        pattern:
          /Cannot open (?:panic|reject|debug) log file "[^"]*": |failed to write to \w+ log: length=(?!.*No space left)/,
        specimen:
          '2026-11-24 23:49:37 Cannot open reject log file "/var/log/exim4/rejectlog": Permission denied: euid=101 egid=103',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /Failed to create directory "?\/var\/log\/exim\S*: /,
        specimen: '2026-11-24 23:49:37 Failed to create directory "/var/log/exim4": Permission denied',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Give the folder to Exim’s user.',
    commands: ['ls -ld /var/log/exim4', 'chown -R Debian-exim:adm /var/log/exim4'],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/ix-ai/smtp/issues/7', 'https://github.com/FalconChristmas/fpp/issues/1325'],
};
