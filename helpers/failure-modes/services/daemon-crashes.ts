import type { FailureMode } from '../../model/failure-mode';
import { closedBeforeGreeting } from '../client/shared/session-notes';

export const mode: FailureMode = {
  id: 'services/daemon-crashes',
  kind: 'fault',
  follows: true,
  title: 'a daemon of Postfix is killed by a signal: it crashes',
  cause:
    'A signal such as 11 (segmentation fault), 6 (abort) or 4 (illegal instruction) ends the process; master starts it anew and, after a few times, less often. It is most often a library that is loaded into it: a SASL plug-in, a database client, a library of another version or processor. Signal 6 also follows a line with panic, where Postfix ends itself: that line tells why. Mail waits in the queue, or clients wait for a greeting.',
  symptoms: {
    log: [
      {
        pattern: /^warning: process \S+ pid \d+ killed by signal (?:4|6|7|8|11)\b/,
        specimen: 'postfix/master[263]: warning: process /usr/libexec/postfix/smtp pid 279 killed by signal 11',
        strength: 'names',
        program: /master$/,
      },
      {
        pattern: /^warning: \S+: bad command startup -- throttling$/,
        specimen: 'postfix/master[263]: warning: /usr/libexec/postfix/smtp: bad command startup -- throttling',
        strength: 'accompanies',
      },
      {
        pattern: /^warning: private\/\w+ socket: malformed response$/,
        specimen: 'postfix/qmgr[265]: warning: private/smtp socket: malformed response',
        strength: 'accompanies',
      },
      {
        pattern: /^warning: transport \w+ failure -- see a previous/,
        specimen:
          'postfix/qmgr[265]: warning: transport smtp failure -- see a previous warning/fatal/panic logfile record for the problem description',
        strength: 'accompanies',
      },
      {
        pattern: /status=deferred \(unknown mail transport error\)$/,
        specimen:
          'postfix/error[282]: 39B9612B: to=<bob@example.com>, relay=none, delay=0.77, delays=0.11/0.65/0/0, dsn=4.3.0, status=deferred (unknown mail transport error)',
        strength: 'accompanies',
      },
      closedBeforeGreeting,
      {
        pattern: /status=deferred \(unknown mail transport error\)$/,
        specimen:
          'postfix/qmgr[9]: 4QTz1: to=<bob@example.com>, relay=none, delay=1, delays=1/0/0/0, dsn=4.3.0, status=deferred (unknown mail transport error)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Silence, or a connection that ends; mail that was taken stays in the queue',
  },
  repair: {
    words:
      'See what the process loads, take the last plug-in or table away that was added, or use builds of one distribution and version.',
    commands: [
      'grep -E "postfix.*panic" /var/log/mail.log | tail',
      'dmesg | grep segfault',
      'coredumpctl list',
      'ls -l /usr/lib64/sasl2 /usr/lib/x86_64-linux-gnu/sasl2',
    ],
  },
  unreproduced: 'It takes a library that crashes, and none of a distribution does.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/bokysan/docker-postfix/issues/101', 'https://www.postfix.org/DEBUG_README.html'],
};
