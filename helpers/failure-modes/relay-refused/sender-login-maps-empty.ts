import type { FactSign, FailureMode, ServerFacts } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { listOf } from '../shared/restriction-lists';
import { loginMapsEmpty, senderRefused } from './shared/sender-owners';

const ownersAsked = {
  words: 'a list asks who owns the sender address',
  look: 'postconf -n | grep sender_login_mismatch',
  holds: (facts: ServerFacts) =>
    facts.mainCf &&
    ['client', 'helo', 'sender', 'relay', 'recipient'].some((kind) =>
      listOf(facts, `smtpd_${kind}_restrictions`)?.some((word) => word.endsWith('sender_login_mismatch')),
    ),
} satisfies FactSign;

export const mode: FailureMode = {
  id: 'relay-refused/sender-login-maps-empty',
  kind: 'fault',
  title: 'senders must belong to the user, but no table says to whom they belong',
  cause:
    'A list has reject_authenticated_sender_login_mismatch or reject_sender_login_mismatch while ' +
    'smtpd_sender_login_maps is empty: nobody owns any address, so whoever logs in is refused with every sender.',
  symptoms: {
    log: [
      senderRefused(
        /<[^>]*>: Sender address rejected: not owned by user [^;]+;/,
        '<alice@example.test>: Sender address rejected: not owned by user alice@example.test; from=<alice@example.test>',
        'suggests',
      ),
    ],
    facts: [loginMapsEmpty, ownersAsked],
    client: '553 5.7.1 <alice@example.test>: Sender address rejected: not owned by user alice@example.test',
  },
  repair: {
    words: 'Set the table, or take the restriction out.',
    commands: [
      'postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login',
      'postmap hash:/etc/postfix/sender_login',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch',
    provoke: [{ ...mailOfUser, from: 'alice@example.test' }],
    repair: 'postconf -e smtpd_sender_restrictions=reject_unknown_sender_domain',
    toldBy: 'log and facts',
  },
  versions: { from: '2.1' },
  noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps'],
};
