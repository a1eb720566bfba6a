import type { FailureMode } from '../../model/failure-mode';
import { parameter } from '../shared/facts';
import { senderRefused } from './shared/sender-owners';

const severalTables = parameter(
  'smtpd_sender_login_maps',
  /:\S+[\s,]+\S/,
  'smtpd_sender_login_maps asks several tables',
);

export const mode: FailureMode = {
  id: 'relay-refused/alias-takes-the-sender',
  kind: 'fault',
  title: 'the table of owners gives a user’s own address to somebody else',
  cause:
    'smtpd_sender_login_maps asks several tables, and one that comes first, as that of the aliases, answers for the address with another user: then the mailbox’s own line is not asked any more. Login and sender are the same word, and still it is refused.',
  symptoms: {
    log: [
      senderRefused(
        /<([^>]+)>: Sender address rejected: not owned by user \1;/,
        '<alice@example.test>: Sender address rejected: not owned by user alice@example.test; from=<alice@example.test>',
        'suggests',
      ),
    ],
    facts: [severalTables],
    client: '553 5.7.1 <alice@example.test>: Sender address rejected: not owned by user alice@example.test',
  },
  repair: {
    words: 'See who owns the address in each table, in their order, and take the user among the owners there.',
    commands: [
      'postconf -h smtpd_sender_login_maps',
      'postmap -q alice@example.test hash:/etc/postfix/virtual',
      'echo "alice@example.test alice@example.test, bob@example.test" >>/etc/postfix/sender_login; postmap hash:/etc/postfix/sender_login',
    ],
  },
  unreproduced: 'Its line is that of sender-login-without-realm; which of the two it is, only the tables say.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1168',
  ],
};
