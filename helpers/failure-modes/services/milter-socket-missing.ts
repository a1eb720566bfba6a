import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { milter, milterManual, milterRejected } from './shared/milters';

export const mode: FailureMode = {
  id: 'services/milter-socket-missing',
  kind: 'fault',
  title: 'the socket of a milter is not where smtpd looks for it',
  cause:
    'smtpd_milters names a UNIX socket that is not there: the filter is not running, makes its socket elsewhere, or ' +
    'smtpd is chrooted and sees the path below /var/spool/postfix.',
  symptoms: {
    log: [
      milter(
        '(?:unix|local):\\S+',
        'No such file or directory',
        'unix:/run/opendkim/opendkim.sock: No such file or directory',
        'names',
      ),
      milterRejected,
    ],
    facts: [],
    client: 'AUTH: 454 4.3.0 Try again later; MAIL FROM: 451 4.7.1 Service unavailable - try again later',
  },
  repair: {
    words: 'Let both name the same file; for a chrooted smtpd below /var/spool/postfix.',
    commands: [
      'grep -i ^socket /etc/opendkim.conf',
      'ss -lxp | grep opendkim',
      'postconf -e smtpd_milters=inet:127.0.0.1:8891   # instead',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_milters=unix:/run/opendkim/opendkim.sock',
    provoke: [mailOfUser],
    repair: 'postconf -X smtpd_milters',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: [milterManual, 'https://github.com/modoboa/modoboa/issues/2311'],
};
