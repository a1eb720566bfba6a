import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { askOwners, loginMapsSet, senderRefused } from './shared/sender-owners';

export const mode: FailureMode = {
  id: 'relay-refused/sender-not-owned',
  kind: 'client',
  title: 'a user writes with a sender address that belongs to somebody else',
  cause:
    'reject_sender_login_mismatch, or its form for logged-in users, compares the envelope sender with the owner in ' +
    'smtpd_sender_login_maps. The address is an alias that the table does not give to this user, or the user ' +
    'forwards mail of others with their sender addresses.',
  symptoms: {
    log: [
      senderRefused(
        /<([^@>]+)@([^>]*)>: Sender address rejected: not owned by user (?!\1(?:@\2)?;)[^;]+;/,
        '<boss@example.test>: Sender address rejected: not owned by user alice@example.test; from=<boss@example.test>',
        'suggests',
      ),
    ],
    facts: [loginMapsSet],
    client: '553 5.7.1 <boss@example.test>: Sender address rejected: not owned by user alice@example.test',
  },
  repair: {
    words: 'Give the address to the user in the table, or let the client write with its own address.',
    commands: [
      'postmap -q boss@example.test hash:/etc/postfix/sender_login',
      'echo "boss@example.test alice@example.test" >>/etc/postfix/sender_login',
      'postmap hash:/etc/postfix/sender_login',
    ],
  },
  reproduction: {
    inject: `printf '%s\\n' 'boss@example.test bob@example.test' '@outside.example alice@example.test' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
${askOwners}`,
    provoke: [{ ...mailOfUser, from: 'boss@example.test' }],
    repair: `sed -i 's/^boss@.*/boss@example.test bob@example.test, alice@example.test/' /etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login`,
    toldBy: 'log and facts',
  },
  versions: { from: '2.1' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#reject_sender_login_mismatch',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1168',
    'https://github.com/docker-mailserver/docker-mailserver/issues/1437',
  ],
};
