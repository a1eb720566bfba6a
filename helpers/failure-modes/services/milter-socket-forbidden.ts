import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { milter, milterManual, milterRejected } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/milter-socket-forbidden',
  kind: 'fault',
  title: 'Postfix may not connect to a milter: the modes of its socket forbid it, or SELinux or AppArmor',
  cause:
    'The socket is there, but its mode, or that of a directory above it, shuts the user postfix out. Most filters make it for a group of their own (opendkim, _rspamd), to which postfix has to be added. Where the modes allow it, SELinux or AppArmor forbids it. An address (inet:) has no modes: there it is SELinux, for which the port has not the type milter_port_t, or AppArmor; seldom a route or a firewall that forbids it.',
  symptoms: {
    log: [
      milter(
        '(?:unix|local):\\S+',
        'Permission denied',
        'unix:/run/opendkim/opendkim.sock: Permission denied',
        'names',
      ),
      {
        ...milter('inet:\\S+', 'Permission denied', 'inet:127.0.0.1:8891: Permission denied', 'names'),
        alternative: true,
      },
      milterRejected,
    ],
    facts: [],
    client: 'AUTH: 454 4.3.0 Try again later; MAIL FROM: 451 4.7.1 Service unavailable - try again later',
  },
  repair: {
    words:
      'For a socket: add postfix to its group, and restart: a running Postfix keeps its groups. For an address: give its port the type that SELinux lets Postfix connect to.',
    commands: [
      'postconf smtpd_milters non_smtpd_milters; getenforce   # unix: or inet:, and whether SELinux is on',
      'namei -l /run/opendkim/opendkim.sock',
      'ausearch -m avc -ts recent; journalctl -k | grep -i apparmor | grep DENIED',
      'semanage port -l | grep -w 8891; semanage port -a -t milter_port_t -p tcp 8891   # for inet:; -m where the port has another type',
      'ls -ld /run/opendkim /run/opendkim/*',
      'usermod -aG opendkim postfix',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `install -d -m 700 -o root -g root /etc/milter
postconf -e smtpd_milters=unix:/etc/milter/milter.sock`,
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters\nrmdir /etc/milter',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [milterManual],
};
