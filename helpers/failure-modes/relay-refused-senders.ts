import type { FactSign, FailureMode, LogSign, ServerFacts } from '../model/failure-mode';
import { mailFromInside, mailOfUser } from './client-steps';
import { listOf, opposite, rejects } from './restriction-lists';
import { parameter } from './signs';

const _domainClasses = ['mydestination', 'virtual_alias_domains', 'virtual_mailbox_domains', 'relay_domains'] as const;

const _usual = '$myhostname, localhost.$mydomain, localhost';

function _ownDomain({ mainCf, hostname }: ServerFacts): string | undefined {
  return (mainCf?.get('mydomain')?.value ?? hostname?.replace(/^[^.]+\./, ''))?.toLowerCase();
}

const senderRefused = (text: RegExp, specimen: string, strength: LogSign['strength']) =>
  rejects(
    new RegExp(`55[34] 5\\.7\\.1 ${text.source}`),
    `postfix/smtpd[2099]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 553 5.7.1 ${specimen} to=<x@elsewhere.example> proto=ESMTP helo=<client>`,
    strength,
  );

const loginMapsEmpty = parameter('smtpd_sender_login_maps', /^$/, 'smtpd_sender_login_maps is empty');
const loginMapsSet = opposite(loginMapsEmpty, 'smtpd_sender_login_maps names a table');

const askOwners = `postconf -e smtpd_sender_login_maps=hash:/etc/postfix/sender_login \\
  smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`;

const ownersAsked = {
  words: 'a list asks who owns the sender address',
  look: 'postconf -n | grep sender_login_mismatch',
  holds: (facts: ServerFacts) =>
    facts.mainCf &&
    ['client', 'helo', 'sender', 'relay', 'recipient'].some((kind) =>
      listOf(facts, `smtpd_${kind}_restrictions`)?.some((word) => word.endsWith('sender_login_mismatch')),
    ),
} satisfies FactSign;

/** Senders that do not belong to the user who writes. */
export const relayRefusedSenders: readonly FailureMode[] = [
  {
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
          /<([^@>]+)@[^>]*>: Sender address rejected: not owned by user (?!\1[;@])[^;]+;/,
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
  },
  {
    id: 'relay-refused/sender-login-without-realm',
    kind: 'fault',
    title: 'smtpd_sender_login_maps names the user otherwise than the login does',
    cause:
      'The owner in the table must be the login as SASL has it, with its realm: `alice` is not `alice@example.test`. ' +
      'Tables made for another back end (LDAP uid, system users) have the one form, logins the other, and then nobody ' +
      'owns even the own address.',
    symptoms: {
      log: [
        senderRefused(
          /<([^@>]+)@[^>]*>: Sender address rejected: not owned by user \1(?:@[^;]+)?;/,
          '<alice@example.test>: Sender address rejected: not owned by user alice@example.test; from=<alice@example.test>',
          'suggests',
        ),
      ],
      facts: [loginMapsSet],
      client: '553 5.7.1 <alice@example.test>: Sender address rejected: not owned by user alice@example.test',
    },
    repair: {
      words: 'Write owners as sasl_username= in the log shows them.',
      commands: [
        'grep -o "sasl_username=.*" /var/log/maillog | sort -u   # Debian: /var/log/mail.log',
        'sed -i "s/ alice$/ alice@example.test/" /etc/postfix/sender_login',
        'postmap hash:/etc/postfix/sender_login',
      ],
    },
    reproduction: {
      inject: `printf '%s\\n' 'alice@example.test alice' '@outside.example alice' >/etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login
${askOwners}`,
      provoke: [{ ...mailOfUser, from: 'alice@example.test' }],
      repair: `sed -i 's/ alice$/ alice@example.test/' /etc/postfix/sender_login
postmap hash:/etc/postfix/sender_login`,
      toldBy: 'log and facts',
    },
    versions: { from: '2.1' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_sender_login_maps',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1340',
    ],
  },
  {
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
  },
  {
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
      ],
      facts: [],
      client: '553 5.7.1 <alice@example.test>: Sender address rejected: not logged in',
    },
    repair: {
      words:
        'Let the client log in; or put permit_mynetworks before the restriction, if all of $mynetworks is trusted.',
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
      repair:
        'postconf -e "smtpd_sender_restrictions = permit_mynetworks, reject_unauthenticated_sender_login_mismatch"',
      toldBy: 'log',
    },
    versions: { from: '2.1' },
    noticedBy: [],
    references: ['https://github.com/hardware/mailserver/issues/148'],
  },
];
