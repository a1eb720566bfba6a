import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { byLmtp, byLocal, lmtpCanNotConnect, taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/lmtp-socket-forbidden',
  kind: 'fault',
  title: 'Postfix may not use the socket to which it hands over mail by LMTP',
  cause:
    'The socket, or a folder on the way to it, is closed to the user postfix, as which lmtp runs: Dovecot’s listener has no user, group and mode of its own, the folder of Cyrus IMAP’s socket is for a group (mail, lmtp) that postfix is not in, or a mandatory access control stands between.',
  symptoms: {
    log: [
      lmtpCanNotConnect(
        /\S+\[\S*\/\S+\]/,
        /Permission denied/,
        'connect to mail.example.test[private/dovecot-lmtp]: Permission denied',
      ),
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words:
      'Give the listener to postfix, in service lmtp of Dovecot: `user = postfix`, `group = postfix`, `mode = 0600`.',
    commands: [
      'namei -l /var/spool/postfix/private/dovecot-lmtp',
      'doveconf -n service/lmtp',
      'ausearch -m avc -ts recent; journalctl -k | grep apparmor=',
      'doveadm reload; postqueue -f',
    ],
  },
  reproduction: {
    inject: `${byLmtp('lmtp:unix:closed/lmtp')}
install -d -m 700 -o root /var/spool/postfix/closed
python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("/var/spool/postfix/closed/lmtp")' || perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => "/var/spool/postfix/closed/lmtp", Listen => 1)'`,
    provoke: [mailToLocalUser],
    repair: `rm -r /var/spool/postfix/closed; ${byLocal}`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_dovecot_lmtp/'],
};
