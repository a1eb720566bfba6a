import type { FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import {
  listFact,
  loginPermit,
  opposite,
  postfixSmtpd,
  precedes,
  recipientListFact,
  recipientLists,
  refusesUsers,
  rejects,
  smtpdFact,
} from './restriction-lists';
import { parameter } from './signs';

const clientRejected = rejects(
  /554 5\.7\.1 <[^>]*>: Client host rejected: Access denied;/,
  'postfix/submission/smtpd[880]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <client.outside.example[198.51.100.7]>: Client host rejected: Access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
  'suggests',
);

const recipientRejected = rejects(
  /554 5\.7\.1 <[^>]*>: Recipient address rejected: Access denied;/,
  'postfix/submission/smtpd[413]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <x@elsewhere.example>: Recipient address rejected: Access denied; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
  'suggests',
);

const loginOnlyHere = (name: string) => (value: ReadonlyMap<string, string>) =>
  /permit_sasl_authenticated,reject$/.test((value.get(name) ?? '').replaceAll(' ', ''));

const clientListRejectsUsers = listFact(
  'smtpd_client_restrictions',
  'smtpd_client_restrictions of main.cf rejects, and does not permit those who logged in',
  (list) => refusesUsers(list) && !list.includes('permit_sasl_authenticated'),
);

const submissionClientLogin = smtpdFact(
  'a service of master.cf has smtpd_client_restrictions=permit_sasl_authenticated,reject',
  ({ options }) => loginOnlyHere('smtpd_client_restrictions')(options),
);

const submissionRecipientLogin = smtpdFact(
  'a service of master.cf lets only those relay or write who logged in',
  ({ options }) => recipientLists.some((name) => loginOnlyHere(name)(options)),
);

const listRejectsUsersOutright = recipientListFact(
  'a list for recipients rejects all, and does not permit those who logged in',
  (list) => precedes(list, /^(?:reject|defer)$/, loginPermit) && !list.includes('permit_sasl_authenticated'),
);

/** `Access denied`: lists that reject outright, rightly or not. */
export const relayRefusedAccess: readonly FailureMode[] = [
  {
    id: 'relay-refused/login-permitted-behind-reject',
    kind: 'fault',
    title: 'permit_sasl_authenticated stands behind reject, so it is ignored',
    cause:
      'Nothing that stands behind `reject` or `permit` in a list can ever be asked; smtpd ' +
      'warns each time it comes there, and goes on without it. Users log in and are refused all the same.',
    symptoms: {
      log: [
        {
          pattern: /^warning: restriction [`'"]permit_sasl_authenticated['"] after [`'"]\w+['"] is ignored$/,
          specimen: "postfix/smtpd[476]: warning: restriction `permit_sasl_authenticated' after `reject' is ignored",
          strength: 'names',
        },
        { ...recipientRejected, strength: 'accompanies' },
        { ...clientRejected, strength: 'accompanies' },
      ],
      facts: [],
      client: '235 2.7.0 Authentication successful, then 554 5.7.1 … Access denied',
    },
    repair: {
      words: 'Put permit_sasl_authenticated before reject.',
      commands: [
        'postconf -n | grep restrictions',
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject, permit_sasl_authenticated"',
      provoke: [mailOfUser],
      repair: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, permit"',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#lists'],
  },
  {
    id: 'relay-refused/submission-without-login',
    kind: 'client',
    title: 'a client uses the submission port without logging in',
    cause:
      'The submission service of master.cf has its own smtpd_client_restrictions=permit_sasl_authenticated,reject: ' +
      'nobody gets further without a login, not even a client in $mynetworks. The refusal comes at the first RCPT, ' +
      'so that there is time to log in. The client has no login set, or it belongs to port 25.',
    symptoms: {
      log: [clientRejected],
      facts: [submissionClientLogin, opposite(clientListRejectsUsers, 'main.cf has no such list')],
      client: '554 5.7.1 <client.outside.example[198.51.100.7]>: Client host rejected: Access denied',
    },
    repair: {
      words: 'Let the client log in. For machines of $mynetworks that can’t, put permit_mynetworks before it.',
      commands: [
        'postconf -P "submission/inet/smtpd_client_restrictions=permit_mynetworks,permit_sasl_authenticated,reject"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -P "submission/inet/smtpd_client_restrictions=permit_sasl_authenticated,reject"',
      provoke: [{ kind: 'mail' }],
      repair: '',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/docker-mailserver/docker-mailserver/issues/359',
      'https://github.com/modoboa/modoboa/issues/2311',
      'RFC 6409 section 4.3',
    ],
  },
  {
    id: 'relay-refused/client-list-rejects-users',
    kind: 'fault',
    title: 'smtpd_client_restrictions rejects users who have logged in',
    cause:
      'smtpd_client_restrictions of main.cf ends in `reject` and does not have permit_sasl_authenticated before it. ' +
      'It is asked before the lists for recipients, so what those permit makes no difference. Meant for a server that ' +
      'only machines of $mynetworks use, it shuts out every user from elsewhere.',
    symptoms: {
      log: [clientRejected],
      facts: [clientListRejectsUsers],
      client: '235 2.7.0 Authentication successful, then 554 5.7.1 … Client host rejected: Access denied',
    },
    repair: {
      words:
        'Add permit_sasl_authenticated before reject; the port 25 of a mail exchanger needs no reject there at all.',
      commands: [
        'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject"',
      provoke: [mailOfUser],
      repair: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated"',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls', 'open-relay/outside-anonymous-local'],
    references: ['https://github.com/bokysan/docker-postfix/issues/225'],
  },
  {
    id: 'relay-refused/checked-before-login',
    kind: 'fault',
    title: 'smtpd_delay_reject = no refuses clients before they can log in',
    cause:
      'Normally Postfix waits until RCPT before it says what smtpd_client_restrictions think of a client. With ' +
      'smtpd_delay_reject = no it says so at once, in its greeting, when nobody can have logged in yet: ' +
      'permit_sasl_authenticated in that list is then without effect.',
    symptoms: {
      log: [
        {
          pattern: /^NOQUEUE: reject: CONNECT from \S+: [45]\d\d .*; proto=SMTP$/,
          specimen:
            'postfix/smtpd[1126]: NOQUEUE: reject: CONNECT from client.outside.example[198.51.100.7]: 554 5.7.1 <client.outside.example[198.51.100.7]>: Client host rejected: Access denied; proto=SMTP',
          strength: 'names',
          program: postfixSmtpd,
        },
      ],
      facts: [parameter('smtpd_delay_reject', /^no$/i, 'smtpd_delay_reject is no', 'yes')],
      client: '554 5.7.1 … Client host rejected: Access denied as greeting; AUTH: 503 5.7.0 Error: access denied for …',
    },
    repair: {
      words: 'Leave smtpd_delay_reject at its default, yes.',
      commands: ['postconf -X smtpd_delay_reject', 'systemctl reload postfix'],
    },
    reproduction: {
      inject:
        'postconf -e smtpd_delay_reject=no "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_client_hostname, check_client_access inline:{198.51.100.7=REJECT}"',
      provoke: [{ kind: 'lines', lines: ['QUIT'] }],
      repair: 'postconf -X smtpd_delay_reject\npostconf -X smtpd_client_restrictions',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: ['https://www.postfix.org/postconf.5.html#smtpd_delay_reject'],
  },
  {
    id: 'relay-refused/submission-recipient-without-login',
    kind: 'client',
    title: 'a client writes to a recipient on the submission port without logging in',
    cause:
      'The submission service of master.cf has a list of its own for recipients, ending in ' +
      'permit_sasl_authenticated,reject. Without a login every recipient is refused there, the server’s own included. ' +
      'The wording speaks of the recipient’s address, which has nothing to do with it.',
    symptoms: {
      log: [recipientRejected],
      facts: [submissionRecipientLogin, opposite(listRejectsUsersOutright, 'main.cf has no such list')],
      client: '554 5.7.1 <x@elsewhere.example>: Recipient address rejected: Access denied',
    },
    repair: {
      words: 'Let the client log in; mail from other servers belongs to port 25.',
      commands: ['postconf -P | grep restrictions'],
    },
    reproduction: {
      // Before 3.6 the list of recipients has its say first, since then the one of relaying.
      inject: `for list in smtpd_relay_restrictions smtpd_recipient_restrictions; do
  postconf -P "submission/inet/$list=permit_sasl_authenticated,reject"
done`,
      provoke: [{ kind: 'mail' }],
      repair: '',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/takeyamajp/docker-postfix/issues/6'],
  },
  {
    id: 'relay-refused/recipient-list-rejects-users',
    kind: 'fault',
    title: 'a list for recipients rejects users who have logged in',
    cause:
      'smtpd_relay_restrictions or smtpd_recipient_restrictions of main.cf ends in `reject` and has no ' +
      'permit_sasl_authenticated before it. Whoever is not permitted by something else in the list is refused, a user ' +
      'who has logged in as well, and so is mail from outside for the server’s own users.',
    symptoms: {
      log: [recipientRejected],
      facts: [listRejectsUsersOutright],
      client: '235 2.7.0 Authentication successful, then 554 5.7.1 … Recipient address rejected: Access denied',
    },
    repair: {
      words: 'Permit those who logged in, and end the list with reject_unauth_destination instead of reject.',
      commands: [
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject"',
      provoke: [mailOfUser],
      repair:
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls', 'open-relay/outside-anonymous-local'],
    references: ['https://www.postfix.org/SMTPD_ACCESS_README.html'],
  },
];
