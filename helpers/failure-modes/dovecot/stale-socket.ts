import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { running } from '../shared/facts';
import { anySocket, connect, dead, noGreeting, refused, socketManual, stopsSmtpd } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/stale-socket',
  kind: 'fault',
  title: 'nobody listens at Dovecot’s socket: mostly Dovecot has ended and left it there',
  cause:
    'Dovecot leaves its sockets where they are when it ends, whether it was stopped or killed, and a queue directory on ' +
    'a disk or a volume keeps them over restarts. The file is there, so a look at it finds nothing wrong; but nobody ' +
    'listens. A socket that came along with a copied queue (rsync, another installation) is as dead, where Dovecot ' +
    'runs and no unix_listener of its names that path.',
  symptoms: {
    log: [connect(anySocket, refused, `'private/auth' failed: ${refused}`, 'suggests'), ...stopsSmtpd],
    facts: [running('dovecot', false)],
    client: noGreeting,
  },
  repair: {
    words:
      'See in its log why Dovecot ended, and start it: it replaces the dead socket. Where it runs, give service auth a unix_listener there. Then restart Postfix.',
    commands: [
      'pgrep -a dovecot; ss -xlp | grep private/auth   # who listens, if anybody',
      "doveconf -n | grep -A3 'unix_listener.*auth'   # the path must be that of smtpd_sasl_path",
      'journalctl -u dovecot -n 20',
      'systemctl restart dovecot',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    image: 'dovecot',
    inject: 'chmod a-x /usr/sbin/dovecot',
    provoke: [mailOfUser],
    repair: 'chmod a+x /usr/sbin/dovecot',
    toldBy: 'log and facts',
  },
  versions: { from: '2.3' },
  noticedBy: dead,
  references: [socketManual, 'https://github.com/mailcow/mailcow-dockerized/issues/3211'],
};
