import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { running } from '../shared/facts';
import { anySocket, connect, dead, noGreeting, refused, socketManual, stopsSmtpd } from './shared/socket';

export const mode: FailureMode = {
  id: 'dovecot/stale-socket',
  kind: 'fault',
  title: 'Dovecot has ended, and the socket that it left is dead',
  cause:
    'Dovecot leaves its sockets where they are when it ends, whether it was stopped or killed, and a queue directory on ' +
    'a disk or a volume keeps them over restarts. The file is there, so a look at it finds nothing wrong; but nobody ' +
    'listens.',
  symptoms: {
    log: [connect(anySocket, refused, `'private/auth' failed: ${refused}`, 'suggests'), ...stopsSmtpd],
    facts: [running('dovecot', false)],
    client: noGreeting,
  },
  repair: {
    words: 'See in its log why Dovecot ended, and start it: it replaces the dead socket. Then restart Postfix.',
    commands: ['journalctl -u dovecot -n 20', 'systemctl restart dovecot', 'systemctl restart postfix'],
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
