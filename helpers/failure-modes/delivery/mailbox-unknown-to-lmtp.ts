import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/mailbox-unknown-to-lmtp',
  kind: 'fault',
  title: 'the server that has the mailboxes does not know a user whom Postfix lets in',
  cause:
    'Postfix takes the address for one of its own, and Dovecot’s user database has nobody of that name: the two ask different tables, one has the domain in its names and the other does not (auth_username_format), or the user is new to one of them only. Or the domain’s mailboxes are elsewhere, and it should not be among Postfix’s own domains. Where the address has an extension (alice-shop), recipient_delimiter differs between the two. The sender gets the mail back.',
  symptoms: {
    log: [
      {
        pattern: /relay=\S+\[[^\]]*(?:lmtp|:24)[^,]*, .*said: 550 5\.1\.1 <[^>]*> User doesn't exist/,
        specimen:
          "postfix/lmtp[238]: 87F043F2BE: to=<alice@example.test>, relay=mail.example.test[private/dovecot-lmtp], delay=0.1, delays=0.02/0/0.01/0.02, dsn=5.1.1, status=bounced (host mail.example.test[private/dovecot-lmtp] said: 550 5.1.1 <alice@example.test> User doesn't exist: alice@example.test (in reply to RCPT TO command))",
        strength: 'names',
        program: programOf('lmtp'),
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'See what Dovecot is asked for and what it has.',
    commands: [
      'doveadm user alice@example.test',
      'doveconf -n auth_username_format userdb',
      'postmap -q alice@example.test $(postconf -h virtual_mailbox_maps)',
    ],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_dovecot_lmtp/'],
};
