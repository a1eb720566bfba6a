import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'ports/pid-file-left',
  kind: 'fault',
  title: 'Postfix does not start, since it takes another for running',
  cause:
    '`postfix start` asks master -t whether master.pid in the queue is locked, and it is, or can’t be opened. A master runs here already; or two containers or pods share one volume as queue, as while an update starts the new one before the old has ended; or on NFS a lock is left of a machine that went down. A file without a lock does no harm, but one that belongs to another user or lies on a read-only volume looks locked.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: the Postfix mail system is already running$/,
        specimen: 'postfix/postfix-script[55]: fatal: the Postfix mail system is already running',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'As always where one runs; connection refused where none does.',
  },
  repair: {
    words:
      'Where none runs, here or in another container, remove the file. Give each container a queue of its own, or let the old one end before the new one starts.',
    commands: [
      'postfix status; pgrep -a master',
      'ls -l "$(postconf -h queue_directory)/pid/"; /usr/libexec/postfix/master -t; echo $?   # Debian: /usr/lib/postfix/sbin/master',
      'docker ps -a --filter volume=VOLUME; kubectl get pods -o wide',
      'rm -f "$(postconf -h queue_directory)/pid/master.pid"',
      'postfix start',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postfix.1.html',
    'https://www.postfix.org/master.8.html',
    'https://github.com/Mailu/helm-charts/issues/27',
  ],
};
