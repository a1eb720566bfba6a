import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { senderRefused } from './shared/sender-owners';

export const mode: FailureMode = {
  id: 'relay-refused/sender-not-logged-in',
  kind: 'client',
  title: 'a client uses an owned sender address without logging in',
  cause:
    'reject_sender_login_mismatch protects the addresses in smtpd_sender_login_maps: whoever writes with one of them ' +
    'must have logged in as its owner. A web application, a scanner or a server of $mynetworks writes with such an ' +
    'address and does not log in; or somebody forges it.',
  symptoms: {
    log: [
      senderRefused(
        /<[^>]*>: Sender address rejected: not logged in;/,
        '<alice@example.test>: Sender address rejected: not logged in; from=<alice@example.test>',
        'names',
      ),
      {
        // As the bounce of another server, which may be the user's own, one machine before.
        pattern: /\bsaid: 553[ -]5\.7\.1 <[^>]*>: Sender address rejected: not logged in/,
        specimen:
          'postfix/smtp[9]: 4Q1: to=<bob@example.org>, relay=mx.example.org[192.0.2.1]:25, status=bounced (host mx.example.org[192.0.2.1] said: 553 5.7.1 <alice@example.test>: Sender address rejected: not logged in (in reply to RCPT TO command))',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '553 5.7.1 <alice@example.test>: Sender address rejected: not logged in',
  },
  repair: {
    words: 'Let the client log in; or put permit_mynetworks before the restriction, if all of $mynetworks is trusted.',
    commands: [
      'postconf -e "smtpd_sender_restrictions = permit_mynetworks, reject_sender_login_mismatch"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: `echo 'alice@example.test alice@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_unauthenticated_sender_login_mismatch`,
    provoke: [{ ...mailFromInside, from: 'alice@example.test' }],
    repair: 'postconf -e "smtpd_sender_restrictions = permit_mynetworks, reject_unauthenticated_sender_login_mismatch"',
    toldBy: 'log',
  },
  versions: { from: '2.1' },
  noticedBy: [],
  references: ['https://github.com/hardware/mailserver/issues/148'],
};
