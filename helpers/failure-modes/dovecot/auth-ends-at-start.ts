import type { FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'dovecot/auth-ends-at-start',
  kind: 'fault',
  title: 'Dovecot’s auth ends before it is ready, and nobody can log in',
  cause:
    'The login services ask auth, and auth has ended: a database driver that is not built in, a module or a file of users that can not be opened, a passdb of another version, no memory. Its own line says why; it stands before these.',
  symptoms: {
    log: [
      {
        pattern: /disconnected before auth was ready, waited \d secs/,
        specimen:
          'dovecot: imap-login: Disconnected: Auth process broken (disconnected before auth was ready, waited 1 secs)',
        strength: 'suggests',
      },
    ],
    facts: [toSee('auth has told its reason in a line of its own', "journalctl -u dovecot | grep 'auth: Fatal'")],
    client: '454 4.7.0 Temporary authentication failure, or the connection ends',
  },
  repair: {
    words: 'Look for the line of auth before it.',
    commands: [
      "journalctl -u dovecot | grep -E 'auth: (Fatal|Error)' | tail",
      'doveconf -n',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'It takes a Dovecot whose auth does not start.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/errors/'],
};
