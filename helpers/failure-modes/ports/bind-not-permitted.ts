import type { FailureMode } from '../../model/failure-mode';
import { mailPort } from './shared/mail-ports';

export const mode: FailureMode = {
  id: 'ports/bind-not-permitted',
  kind: 'fault',
  title: 'the mail server may not listen at its port',
  cause:
    'Ports below 1024 are root’s: the server was not started as root, or the container lacks CAP_NET_BIND_SERVICE, as with runAsNonRoot or `cap_drop: ALL`. Where it runs as root, or at a higher port such as 2525, SELinux forbids a port that is not labelled smtp_port_t.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: bind \S+ port \d+: Permission denied$/,
        specimen: 'postfix/master[55]: fatal: bind 0.0.0.0 port 25: Permission denied',
        strength: 'names',
      },
      {
        // Ruby; Go; Node.js.
        pattern: new RegExp(
          `Permission denied - bind\\(2\\) for \\S+ port ${mailPort}|listen (?:tcp\\d? \\S*:${mailPort}: bind: permission denied|EACCES:? permission denied \\S*:${mailPort})`,
        ),
        specimen: 'Errno::EACCES: Permission denied - bind(2) for "::" port 25',
        strength: 'names',
        alternative: true,
      },
      {
        // Rootless Docker and Podman.
        pattern: new RegExp(`cannot expose privileged port ${mailPort}`),
        specimen:
          "Error starting userland proxy: error while calling PortManager.AddPort(): cannot expose privileged port 25, you can add 'net.ipv4.ip_unprivileged_port_start=25' to /etc/sysctl.conf (currently 1024)",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Start it as root with that capability; Postfix gives its rights up by itself.',
    commands: [
      'docker run --cap-add NET_BIND_SERVICE …',
      'ausearch -m avc -ts recent; semanage port -l | grep smtp_port_t',
      'semanage port -a -t smtp_port_t -p tcp 2525',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/OVERVIEW.html'],
};
