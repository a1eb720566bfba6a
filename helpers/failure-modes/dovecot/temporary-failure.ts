import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { roundcubeTemporary } from '../client/shared/several-mistakes';
import { noReason } from './shared/answers';
import { internalErrorAfterLogin } from './shared/internal-failure';

export const mode: FailureMode = {
  id: 'dovecot/temporary-failure',
  kind: 'fault',
  title: 'Dovecot could not find out whether a login is right, which Postfix logs like a wrong password',
  cause:
    'Its database was locked, gone or slow, a worker ended, or too many logins came at once. Dovecot’s own log says so; ' +
    'Postfix is told that it failed and not why, and the client is told that user or password are wrong. ' +
    'The same login succeeds a moment later. (“Internal error occurred” is said behind a right password, too.)',
  symptoms: {
    log: [
      noReason,
      {
        // What Dovecot tells an IMAP client, to whom it does say so.
        pattern: /\[UNAVAILABLE\] Temporary authentication failure/,
        specimen: 'imap-check[9]: a1 NO [UNAVAILABLE] Temporary authentication failure.',
        strength: 'names',
      },
      clientGets(
        /454[ -]4\.7\.0 Account is temporarily unavailable/,
        '454 4.7.0 Account is temporarily unavailable.',
        'suggests',
      ),
      roundcubeTemporary,
      internalErrorAfterLogin,
    ],
    facts: [
      {
        words: 'the same user gets in at other times',
        look: 'doveadm log errors | tail; doveadm auth test alice@example.test',
        holds: () => undefined,
      },
    ],
    client: '535 5.7.8 Error: authentication failed: (reason unavailable)',
  },
  repair: {
    words:
      'Read what Dovecot logs at that second. SQLite takes one writer at a time; auth_worker_max_count limits look-ups.',
    commands: [
      'doveadm log errors | tail',
      'journalctl -u dovecot --since -1h | grep -i auth',
      'doveconf auth_worker_max_count',
    ],
  },
  unreproduced: 'It comes and goes; of what stays, users-unreadable shows that Postfix logs it so.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/main/core/config/auth/overview.html'],
};
