import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'ports/pid-file-left',
  kind: 'fault',
  title: 'Postfix does not start, since it takes another for running',
  cause:
    '`postfix start` finds a master that has the lock, or takes the process that now has the number in master.pid for one. In a container whose queue is on a volume, the file of the last run is still there, and its number is soon another’s.',
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
    words: 'Where none runs, remove the file; the start script of a container should do it first.',
    commands: ['postfix status', 'rm -f "$(postconf -h queue_directory)/pid/master.pid"', 'postfix start'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postfix.1.html', 'https://github.com/Mailu/helm-charts/issues/27'],
};
