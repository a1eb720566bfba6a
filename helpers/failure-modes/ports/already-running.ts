import type { FailureMode } from '../../model/failure-mode';
import { master } from './shared/master-cf';

export const mode: FailureMode = {
  id: 'ports/already-running',
  kind: 'fault',
  title: 'a second master is started while another holds the lock of the queue',
  cause:
    'master was started and could not lock master.pid in the queue, since another one holds it; the new one ends, and the other goes on undisturbed. On one machine a start script ran twice, or somebody started it by hand: harmless, unless the configuration was changed in between, which the running one has not read. Two containers or pods that share a volume as queue, as while an update starts the new one before the old has ended, meet so too: the new one ends, and again at each restart until the old one is gone.',
  symptoms: {
    log: [
      master(
        /^fatal: open lock file \S*\bmaster\.pid: unable to set exclusive lock: Resource temporarily unavailable$/,
        'fatal: open lock file pid/master.pid: unable to set exclusive lock: Resource temporarily unavailable',
      ),
    ],
    facts: [],
    client: 'Nothing where the first one goes on; connection refused at a container that has ended.',
  },
  repair: {
    words:
      'Where one runs here, use restart or reload instead of start. Of containers, give each a queue of its own, or let the old one end before the new one starts (in Kubernetes the strategy Recreate, or a StatefulSet).',
    commands: [
      'postfix status; pgrep -a master',
      'docker ps -a --filter volume=VOLUME; kubectl get pods -o wide',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'run', script: 'timeout 5 /usr/libexec/postfix/master || true' }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/master.8.html',
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
  ],
};
