import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { byLmtp, byLocal, lmtpCanNotConnect, taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/lmtp-socket-missing',
  kind: 'fault',
  title: 'the socket to which Postfix hands over mail by LMTP is not there',
  cause:
    'The transport names a socket, such as private/dovecot-lmtp, that Dovecot has not made: its package for LMTP is not installed, lmtp is not among its protocols, its listener stands in another folder, or Dovecot is down. With Cyrus IMAP it is lmtpunix in cyrus.conf, whose socket is /var/lib/imap/socket/lmtp or, in Debian, /run/cyrus/socket/lmtp. For Postfix the path counts from its queue folder; a chrooted lmtp sees nothing outside of that, such as /run/dovecot/lmtp. The mail stays in the queue.',
  symptoms: {
    log: [
      lmtpCanNotConnect(
        /\S+\[\S*\/\S+\]/,
        /No such file or directory/,
        'connect to mail.example.test[private/dovecot-lmtp]: No such file or directory',
      ),
      {
        pattern: /delivery temporarily suspended: connect to \S+\[\S*\/\S+\]: No such file or directory/,
        specimen:
          'postfix/error[9]: 87F043F2BE: to=<alice@example.test>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.1, status=deferred (delivery temporarily suspended: connect to mail.example.test[private/dovecot-lmtp]: No such file or directory)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Let Dovecot make the socket where the transport expects it, and restart it.',
    commands: [
      'postconf -n | grep -i lmtp:',
      'doveconf -n service/lmtp protocols',
      'ls -l /var/spool/postfix/private/dovecot-lmtp',
      'postconf -M lmtp/unix   # the fifth column: y is in a chroot',
      'yum install dovecot   # Debian: apt-get install dovecot-lmtpd',
    ],
  },
  reproduction: {
    inject: byLmtp('lmtp:unix:private/dovecot-lmtp'),
    provoke: [mailToLocalUser],
    repair: byLocal,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_dovecot_lmtp/'],
};
