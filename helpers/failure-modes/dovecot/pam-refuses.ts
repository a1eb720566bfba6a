import type { FailureMode } from '../../model/failure-mode';
import { temporaryFailure } from './shared/temporary-failure';

export const mode: FailureMode = {
  id: 'dovecot/pam-refuses',
  kind: 'client',

  title: 'Dovecot asks PAM, and PAM refuses or fails',
  cause:
    'passdb is pam, and its own words stand behind the colon. The password is not that of the system’s user, there is no such user, the account or password has expired, or the file in /etc/pam.d that passdb names (dovecot by default) asks another module; "System error", "Module is unknown" or "cannot retrieve" are faults of a module or of rights. Domains are not cut off: alice@example.test is no system user.',
  symptoms: {
    log: [
      {
        pattern: /pam\([^)]*\)(?:<[^>]*>)?: (?:pam_authenticate\(\) failed|unknown user|Authentication failure)/,
        specimen:
          'dovecot: auth-worker(123): pam(alice,198.51.100.7): pam_authenticate() failed: Authentication failure (password mismatch?)',
        strength: 'suggests',
      },
      {
        pattern: /^pam_\w+\(dovecot\w*:auth\): (?:check pass; user unknown|authentication failure;)/,
        specimen: 'auth[2587]: pam_unix(dovecot:auth): check pass; user unknown',
        strength: 'suggests',
      },
      {
        pattern: /request \[\d+\]: pam: (?:pam_authenticate\(\) failed|pam_acct_mgmt\(\) failed)/,
        specimen:
          'dovecot: auth-worker(alice,203.0.113.9,sasl:plain)<23><Tq3gR7lE0cXLAHEJ>: request [1]: pam: pam_authenticate() failed: Authentication failure (Password mismatch?)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /pam\([^)]*\): pam_(?:start|acct_mgmt|setcred|open_session)\(\) failed: /,
        specimen: 'dovecot: auth-worker(9): pam(alice,203.0.113.4): pam_acct_mgmt() failed: User account has expired',
        strength: 'names',
        alternative: true,
      },
      temporaryFailure,
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Try the name without its domain; then PAM’s file.',
    commands: [
      'doveadm auth test alice',
      'cat /etc/pam.d/dovecot',
      'journalctl -t auth --since -1h   # pam_unix(dovecot:auth)',
    ],
  },
  unreproduced: 'The image with Dovecot has its users in a file.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.4.1/core/config/auth/databases/pam.html'],
};
