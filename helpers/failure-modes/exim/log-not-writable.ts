import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/log-not-writable',
  kind: 'fault',
  title: 'Exim can’t write its log, and ends',
  cause:
    'Most often the folder of the log belongs to another user, as a mounted volume does that root or another image has made. Else the path is not there, the disk is full or read-only, or SELinux or AppArmor forbids it. Exim writes as its own user, and rather ends than works without a log.',
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
    words: 'Give the folder to Exim’s user, or make room.',
    commands: [
      'ls -ld /var/log/exim4; df -h /var/log',
      'journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
      'chown -R Debian-exim:adm /var/log/exim4',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/ix-ai/smtp/issues/7', 'https://github.com/FalconChristmas/fpp/issues/1325'],
};
