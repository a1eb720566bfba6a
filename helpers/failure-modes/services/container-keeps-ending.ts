import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/container-keeps-ending',
  kind: 'fault',
  title: 'the container of the mail server does not stay up, or may not start as root',
  cause:
    'Kubernetes and Docker start it anew, each time later. Why it ends, its own log says: the last lines of the run before. A probe that ends a slow start does the same. “runAsNonRoot” is another matter: the pod forbids root, which the image is to run as, and the container is never started.',
  symptoms: {
    log: [
      {
        pattern: /Back-off restarting failed container/,
        specimen: 'Warning  BackOff  2m (x12 over 5m)  kubelet  Back-off restarting failed container',
        strength: 'suggests',
      },
      {
        pattern: /container has runAsNonRoot and image will run as root/,
        specimen:
          'Error: container has runAsNonRoot and image will run as root (pod: "mail-0_default(1f2e3d)", container: postfix)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words:
      'Read the log of the run before; give a slow start a startupProbe; allow root, or take an image that needs none.',
    commands: [
      'kubectl logs mail-0 -c postfix --previous | tail -30',
      'kubectl describe pod mail-0 | tail -30',
      'docker logs --tail 30 mail',
    ],
  },
  unreproduced:
    'Its lines are those of the container engine and of public reports; reproduce breaks a server in a container that was started.',
  versions: {},
  noticedBy: [],
  references: ['https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/'],
};
