import type { FailureMode } from '../../model/failure-mode';
import { anySocket, connect, noGreeting, socketManual, stopsSmtpd } from './shared/socket';

const unavailable = 'Resource temporarily unavailable';

export const mode: FailureMode = {
  id: 'dovecot/auth-socket-busy',
  kind: 'fault',
  title: 'the queue of connections at Dovecot’s auth socket is full',
  cause:
    'The socket is there and somebody has it open, but takes no connection from it any more. Either auth hangs or is stopped, as where it waits for LDAP, a database or a name service, or has no memory or processor time; or client_limit of service auth, of which every smtpd takes one as long as it lives, is reached, and Dovecot logs that beside it. What waits in the queue counts against its length, and the kernel turns the next one away.',
  symptoms: {
    log: [connect(anySocket, unavailable, `'private/auth' failed: ${unavailable}`, 'names'), ...stopsSmtpd],
    facts: [],
    client: noGreeting,
  },
  repair: {
    words:
      'See in Dovecot’s log whether a limit is reached or a back end does not answer. Raise client_limit above the number of all smtpd and login processes, or mend the back end.',
    commands: [
      'journalctl -u dovecot -n 100 | grep -E "client_limit|process_limit|auth"',
      'ss -xl | grep private/auth   # Recv-Q as large as Send-Q: the queue is full',
      'doveconf -n service; doveconf default_client_limit; doveadm service status auth; pgrep -c smtpd; postconf default_process_limit',
      'ps -o pid,stat,etime,wchan:20,args -C auth   # D or T: it waits for a disk, or is stopped',
      'time doveadm auth test alice@example.test   # how long a login takes',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'It takes an auth process that hangs and more connections than its queue is long.',
  versions: { from: '2.3' },
  noticedBy: [],
  references: [socketManual, 'https://doc.dovecot.org/2.4.1/core/config/service.html'],
};
