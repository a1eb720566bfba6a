import type { FailureMode } from '../../model/failure-mode';
import { master } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/already-running',
  kind: 'noise',
  title: 'somebody starts a Postfix that runs already',
  cause:
    'A second master finds the lock of the first and ends; the first goes on as before. A start script that runs ' +
    'twice, or a `postfix start` by hand, leaves this line. It is harmless, unless the configuration was changed in ' +
    'between: the running one has not read it.',
  symptoms: {
    log: [
      master(
        /^fatal: open lock file \S*\bmaster\.pid: unable to set exclusive lock: Resource temporarily unavailable$/,
        'fatal: open lock file pid/master.pid: unable to set exclusive lock: Resource temporarily unavailable',
      ),
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: { words: 'Use restart, or reload, instead of start.', commands: ['systemctl restart postfix'] },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'run', script: 'timeout 5 /usr/libexec/postfix/master || true' }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.8.html'],
};
