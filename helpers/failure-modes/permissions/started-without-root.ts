import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/started-without-root',
  kind: 'fault',
  title: 'a command of Postfix that is root’s alone is called by somebody else',
  cause:
    'Postfix starts as root and gives its rights up where it can; postsuper and `postconf -e` want them as well. An image that is run with --user, a pod that must not be root (OpenShift gives a number of its own), or a command without sudo can neither write main.cf nor start master. Where root itself may not write main.cf, SELinux or AppArmor forbids it.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|: )(?:fatal: )?(?:the (?:postfix|master) command is reserved for the superuser|use of this command is reserved for the superuser)/,
        specimen: 'postfix: fatal: the postfix command is reserved for the superuser',
        strength: 'names',
      },
      {
        pattern: /(?:^|: )fatal: open \S*\/postfix\/(?:main|master)\.cf\.tmp: Permission denied/,
        specimen: 'postconf: fatal: open /etc/postfix/main.cf.tmp: Permission denied',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'No port answers.',
  },
  repair: {
    words:
      'Start it as root, without --user or runAsUser; for a platform that forbids that, take an image that is made for it.',
    commands: [
      'id -u',
      'docker run --user 0 image',
      'kubectl get pod mail -o jsonpath="{.spec.securityContext}"',
      'sudo postfix start',
    ],
  },
  reproduction: {
    inject: 'true',
    provoke: [{ kind: 'run', script: 'runuser -u nobody -- /usr/sbin/postfix start || true' }],
    repair: 'true',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/OVERVIEW.html', 'https://github.com/eea/eea.docker.postfix'],
};
