import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/daemon-killed',
  kind: 'fault',
  title: 'a program of Postfix was killed from outside, as when memory runs out',
  cause:
    'No program of Postfix ends itself with SIGKILL: the kernel did it, because the machine or the container had no memory ' +
    'left, or somebody did by hand. master starts another one; what the session was about is lost, and the client tries again.',
  symptoms: {
    log: [
      {
        pattern: /^warning: process \S+ pid \d+ killed by signal 9\b/,
        specimen: 'postfix/master[263]: warning: process /usr/lib/postfix/sbin/smtpd pid 281 killed by signal 9',
        strength: 'names',
        program: /master$/,
      },
    ],
    facts: [],
    client: 'The connection is reset in the middle of a session.',
  },
  repair: {
    words: 'See whether the kernel says that memory ran out, and what has it; or raise the limit of the container.',
    commands: [
      'dmesg -T | grep -iE "out of memory|oom-kill"',
      "docker inspect -f '{{.State.OOMKilled}} {{.HostConfig.Memory}}' mail",
    ],
  },
  reproduction: {
    inject: '',
    provoke: [
      mailOfUser,
      {
        kind: 'run',
        script: `for process in /proc/[0-9]*; do
  if [ "$(cat "$process/comm" 2>/dev/null)" = smtpd ]; then kill -9 "\${process#/proc/}"; fi
done`,
      },
    ],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.8.html'],
};
