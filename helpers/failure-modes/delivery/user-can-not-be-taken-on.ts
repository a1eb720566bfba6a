import type { FailureMode } from '../../model/failure-mode';
import { dovecotOfUser, taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/user-can-not-be-taken-on',
  kind: 'fault',
  title: 'Dovecot may not become the user whose mail it stores',
  cause:
    'lda or imap was started by somebody who is neither root nor that user, or the service runs as a user of its own while users have different numbers. So it is with pipe, whose user= is not that of the user database, and in containers without the capabilities SETUID and SETGID.',
  symptoms: {
    log: [
      dovecotOfUser(
        /set[gu]id\(\d+\S* from userdb lookup\) failed with euid=.*: Operation not permitted|setgroups\(\d+\) failed: Operation not permitted/,
        'lda(alice@example.test): Fatal: setgid(5000(vmail) from userdb lookup) failed with euid=1001(alice), gid=1001(alice), egid=1001(alice): Operation not permitted (This binary should probably be called with process group set to 5000(vmail) instead of 1001(alice))',
      ),
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Let pipe run lda as the user of the user database, or deliver by LMTP, whose service starts as root.',
    commands: [
      'postconf -M | grep dovecot   # user=vmail:vmail',
      'doveadm user alice@example.test',
      'doveconf -n service/lmtp mail_uid mail_gid',
    ],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/protocols/lda/'],
};
