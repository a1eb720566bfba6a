import type { FailureMode } from '../../model/failure-mode';
import { internalErrorAfterLogin } from '../dovecot/shared/internal-failure';
import { dovecotOfUser } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/user-database-out-of-reach',
  kind: 'fault',
  title: 'Dovecot’s user database gives no answer to what delivers or reads mail',
  cause:
    'lda, lmtp, imap and doveadm ask the auth process by the socket auth-userdb, which belongs to root unless it is given to the user of pipe; or Dovecot is down and the socket is not there; or auth itself can’t ask its database, of which its own lines tell.',
  symptoms: {
    log: [
      dovecotOfUser(
        /userdb lookup(?:\([^)]*\))?: connect\([^)]*\) failed: |client doesn't have lookup permissions for this user|Failed to (?:lookup|look up) user: |auth-master: (?:login|userdb)(?!.*user not found).*(?:failed|Disconnected)/,
        'lda(alice@example.test): Error: auth-master: userdb lookup(alice@example.test): connect(/run/dovecot/auth-userdb) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) missing +r perm: /run/dovecot/auth-userdb, dir owned by 0:0 mode=0755)',
      ),
      internalErrorAfterLogin,
    ],
    facts: [],
    client: 'Nothing: the mail is taken and stays.',
  },
  repair: {
    words:
      'Give the socket to the user as whom pipe runs lda: in service auth, `unix_listener auth-userdb { user = vmail mode = 0600 }`.',
    commands: [
      'doveconf -n service/auth',
      'ls -l /run/dovecot/auth-userdb',
      'doveadm log errors',
      'doveadm reload; postqueue -f',
    ],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/protocols/lda/'],
};
