import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { config, connect, dead, noGreeting, refused, socketManual, stopsSmtpd } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/inet-refused',
  kind: 'fault',
  title: 'smtpd_sasl_path names a TCP port of Dovecot that smtpd can’t reach',
  cause:
    'smtpd_sasl_path = inet:host:port is for a Dovecot in another container or on another machine. Refused: nothing listens there, as service auth has no inet_listener, another host or port was meant, or that container is not up; or a firewall rejects it. Timed out or no route: a firewall drops it, the host is down, or the two are in different networks.',
  symptoms: {
    log: [
      connect(
        "inet:[^' ]+",
        'Connection refused|Connection timed out|No route to host|Network is unreachable',
        `'inet:127.0.0.1:10001' failed: ${refused}`,
        'names',
      ),
      ...stopsSmtpd,
    ],
    facts: [],
    client: noGreeting,
  },
  repair: {
    words:
      'Give service auth an inet_listener with that port and restart Dovecot; or, on the same machine, use its socket. ' +
      'The port gives whoever reaches it answers about passwords: open it to Postfix alone.',
    commands: [
      'ss -ltnp | grep dovecot',
      'nc -vz 127.0.0.1 10001',
      'postconf -e smtpd_sasl_path=private/auth',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: 'postconf -e smtpd_sasl_path=inet:127.0.0.1:10001',
    provoke: [mailOfUser],
    repair: `cat >>${config} <<'END'
service auth {
  inet_listener {
    address = 127.0.0.1
    port = 10001
  }
}
END`,
    toldBy: 'log',
  },
  versions: { from: '2.6' },
  noticedBy: dead,
  references: [socketManual],
};
