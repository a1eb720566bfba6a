import type { FailureMode, LogSign } from '../model/failure-mode';
import { mailOfStranger, mailOfUser } from './client-steps';
import { relayDenied, strangerDenied454, strangerDenied554, usersMayRelay } from './relay-denied';
import { ownDomainIsLocal } from './relay-refused-tables';
import {
  listFact,
  loginPermit,
  opposite,
  postfixSmtpd,
  precedes,
  recipientListFact,
  recipientLists,
  refusal,
  refusesUsers,
  rejects,
  smtpdFact,
} from './restriction-lists';
import { parameter, throttled } from './signs';

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

const diesWithoutRefusal: LogSign = {
  pattern:
    /^fatal: (?:in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions,|parameter "smtpd_recipient_restrictions":) specify at least one working instance of: /,
  specimen:
    'postfix/smtpd[30323]: fatal: in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions, specify at least one working instance of: reject_unauth_destination, defer_unauth_destination, reject, defer, defer_if_permit or check_relay_domains',
  strength: 'suggests',
};

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

const loginMissing = recipientListFact(
  'a list for recipients has no permit_sasl_authenticated before it refuses to relay, and none behind',
  (list) => refusesUsers(list) && !list.includes('permit_sasl_authenticated'),
);

const loginTooLate = recipientListFact(
  'a list for recipients has permit_sasl_authenticated behind what refuses to relay',
  (list) => refusesUsers(list) && list.includes('permit_sasl_authenticated'),
);

const levelMissing = parameter('compatibility_level', /^0?$/, 'compatibility_level is not set');
const relayListUnset = {
  words: 'smtpd_relay_restrictions is not set',
  look: 'postconf -n smtpd_relay_restrictions',
  holds: ({ mainCf }: { readonly mainCf: ReadonlyMap<string, unknown> | undefined }) =>
    mainCf && !mainCf.has('smtpd_relay_restrictions'),
};

const noRefusalAnywhere = recipientLists.map((name) =>
  listFact(name, `${name} has nothing that refuses to relay`, (list) => !list.some((word) => refusal.test(word))),
);

/** Relaying is refused, rightly or not: the lists of restrictions tell which. */
export const relayRefused: readonly FailureMode[] = [
  {
    id: 'relay-refused/not-logged-in',
    kind: 'client',
    title: 'a client wants to relay without logging in',
    cause:
      'The client is not in $mynetworks, has not logged in, and writes to a domain that is not the server’s: Postfix is ' +
      'right to refuse. Most often the program has no user name and password set for outgoing mail, or it did try to ' +
      'log in and failed before, which an earlier line of the same session shows. Since Postfix 3.0 the disconnect ' +
      'line counts: no `auth=` means that it never tried, `auth=0/1` that it failed.',
    symptoms: {
      log: [strangerDenied554],
      facts: [usersMayRelay, ownDomainIsLocal],
      client: '554 5.7.1 <x@elsewhere.example>: Relay access denied',
    },
    repair: {
      words:
        'Make the client log in: in a mail program, "my outgoing server requires authentication". A machine that ' +
        'can’t is added to mynetworks with its exact address, not with its network.',
      commands: ['postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.10"', 'systemctl reload postfix'],
    },
    reproduction: {
      inject:
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      provoke: [mailOfStranger],
      repair: '',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/SMTPD_ACCESS_README.html',
      'https://github.com/docker-mailserver/docker-mailserver/issues/3298',
      'https://github.com/catatnight/docker-postfix/issues/5',
    ],
  },
  {
    id: 'relay-refused/not-logged-in-deferred',
    kind: 'client',
    title: 'a client wants to relay without logging in, and is put off instead of refused',
    cause:
      'The same as a refusal with 554, but the list that decides ends in defer_unauth_destination, as the default of ' +
      'smtpd_relay_restrictions does since Postfix 2.10. A mail server that sends takes 454 for a passing trouble and ' +
      'tries again for days, so nobody learns soon that the client has to log in.',
    symptoms: {
      log: [strangerDenied454],
      facts: [usersMayRelay, ownDomainIsLocal],
      client: '454 4.7.1 <x@elsewhere.example>: Relay access denied',
    },
    repair: {
      words: 'Make the client log in. For a final answer, let the list end in reject_unauth_destination.',
      commands: [
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: { inject: '', provoke: [mailOfStranger], repair: '', toldBy: 'log and facts' },
    versions: { from: '2.10' },
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_relay_restrictions',
      'https://github.com/simple-login/simplelogin-postfix-docker/issues/38',
    ],
  },
  {
    id: 'relay-refused/login-not-permitted',
    kind: 'fault',
    title: 'users log in, but no list lets them relay',
    cause:
      'The login works (235), and then `Relay access denied`: permit_sasl_authenticated is missing in ' +
      'smtpd_relay_restrictions or smtpd_recipient_restrictions, where both are asked. Where main.cf sets a list twice, ' +
      'the last one counts, so a copy further down may have dropped it. The reject line does not name the user; ' +
      '`auth=1` in the disconnect line of the session (Postfix 3.0 and later) shows that the login was good.',
    symptoms: {
      log: [relayDenied],
      facts: [loginMissing],
      client: '235 2.7.0 Authentication successful, then 454 4.7.1 or 554 5.7.1 Relay access denied',
    },
    repair: {
      words: 'Put permit_sasl_authenticated before what refuses, in both lists.',
      commands: [
        'postconf -n | grep restrictions',
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e "smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination"',
      provoke: [mailOfUser],
      repair:
        'postconf -e "smtpd_relay_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: ['https://www.postfix.org/SASL_README.html#server_sasl_enable'],
  },
  {
    id: 'relay-refused/login-permitted-too-late',
    kind: 'fault',
    title: 'permit_sasl_authenticated stands behind reject_unauth_destination',
    cause:
      'Postfix asks the restrictions of a list from left to right, and the first that decides ends it. ' +
      'reject_unauth_destination refuses every foreign recipient, so a permit_sasl_authenticated behind it is never ' +
      'reached. The list looks complete, and logins succeed.',
    symptoms: {
      log: [relayDenied],
      facts: [loginTooLate],
      client: '235 2.7.0 Authentication successful, then 554 5.7.1 <x@elsewhere.example>: Relay access denied',
    },
    repair: {
      words: 'Move permit_sasl_authenticated before reject_unauth_destination.',
      commands: [
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject:
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject_unauth_destination, permit_sasl_authenticated"',
      provoke: [mailOfUser],
      repair:
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: ['https://www.postfix.org/SMTPD_ACCESS_README.html#lists'],
  },
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
    id: 'relay-refused/no-refusal-in-lists',
    kind: 'fault',
    title: 'no list refuses to relay, so smtpd refuses to run',
    cause:
      'smtpd_relay_restrictions is empty, and smtpd_recipient_restrictions has nothing that would refuse a foreign ' +
      'recipient. Such a server would relay for everybody; smtpd ends before it greets anyone. Clients connect and ' +
      'hear nothing.',
    symptoms: {
      log: [diesWithoutRefusal, throttled],
      facts: [...noRefusalAnywhere, opposite(relayListUnset, 'smtpd_relay_restrictions is set in main.cf')],
      client: 'No greeting: the connection stays silent.',
    },
    repair: {
      words: 'Add reject_unauth_destination behind what permits, and restart.',
      commands: [
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `postconf -e smtpd_relay_restrictions= \\
  "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated"`,
      provoke: [{ kind: 'lines', lines: [] }],
      repair:
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unauth_destination"',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_relay_restrictions',
      'https://github.com/Oefenweb/ansible-postfix/issues/49',
    ],
  },
  {
    id: 'relay-refused/old-level-empties-relay-list',
    kind: 'fault',
    title: 'without a compatibility_level the relay list is empty, so smtpd refuses to run',
    cause:
      'Postfix 3.x without compatibility_level in main.cf runs with the defaults of 2.x, and then ' +
      'smtpd_relay_restrictions is empty by default. A main.cf that counts on the default, and has no ' +
      'reject_unauth_destination in smtpd_recipient_restrictions, leaves nothing that refuses to relay: smtpd ends ' +
      'before it greets anyone. Templates that write main.cf whole bring this about.',
    symptoms: {
      log: [diesWithoutRefusal, throttled],
      facts: [relayListUnset, levelMissing],
      client: 'No greeting: the connection stays silent.',
    },
    repair: {
      words: 'Set compatibility_level, or write smtpd_relay_restrictions out, and restart.',
      commands: ['postconf compatibility_level=3.6', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `postconf -X compatibility_level
postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated"`,
      provoke: [{ kind: 'lines', lines: [] }],
      repair: 'postconf compatibility_level=3.6',
      toldBy: 'log and facts',
    },
    versions: { from: '3.0' },
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: [
      'https://www.postfix.org/COMPATIBILITY_README.html#relay_restrictions',
      'https://github.com/openmediavault/openmediavault/issues/446',
    ],
  },
  {
    id: 'relay-refused/no-refusal-in-service',
    kind: 'fault',
    title: 'a service of master.cf has smtpd_relay_restrictions=permit, so its smtpd refuses to run',
    cause:
      'An -o option of master.cf replaces the list of main.cf for one port. With `permit` there, and nothing in ' +
      'smtpd_recipient_restrictions that refuses, that port would relay for everybody; its smtpd ends before it greets ' +
      'anyone, while the other ports work. Only where main.cf has reject_unauth_destination in ' +
      'smtpd_recipient_restrictions does the option go unnoticed.',
    symptoms: {
      log: [diesWithoutRefusal, throttled],
      facts: [
        smtpdFact('a service of master.cf sets smtpd_relay_restrictions to permit', ({ options }) =>
          /^permit(?:[\s,]|$)/.test(options.get('smtpd_relay_restrictions') ?? ''),
        ),
      ],
      client: 'No greeting on that port: the connection stays silent.',
    },
    repair: {
      words: 'Take the option out, so that main.cf holds there too.',
      commands: ['postconf -PX submission/inet/smtpd_relay_restrictions', 'systemctl restart postfix'],
    },
    reproduction: {
      inject:
        'postconf -P submission/inet/smtpd_relay_restrictions=permit submission/inet/smtpd_recipient_restrictions=',
      provoke: [{ kind: 'lines', lines: [] }],
      repair: 'postconf -PX submission/inet/smtpd_relay_restrictions',
      toldBy: 'log and facts',
    },
    versions: { from: '2.10' },
    noticedBy: ['no-mechanisms/usable-on-587'],
    references: ['https://www.postfix.org/master.5.html'],
  },
  {
    id: 'relay-refused/restriction-misspelt',
    kind: 'fault',
    title: 'a restriction is misspelt, so every recipient is put off',
    cause:
      'A list names a restriction that Postfix does not know, such as permit_sasl_authentication for ' +
      'permit_sasl_authenticated. smtpd starts all the same; whoever comes as far as the unknown word is told 451, ' +
      'logged in or not.',
    symptoms: {
      log: [
        {
          pattern: /^warning: unknown smtpd restriction: "/,
          specimen: 'postfix/smtpd[4544]: warning: unknown smtpd restriction: "permit_sasl_authentication"',
          strength: 'names',
        },
        rejects(
          /451 4\.3\.5 Server configuration error;/,
          'postfix/smtpd[4544]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.5 Server configuration error; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
          'accompanies',
        ),
      ],
      facts: [],
      client: '451 4.3.5 Server configuration error',
    },
    repair: {
      words: 'Spell it as the manual does.',
      commands: ['postconf -n | grep permit_sasl', 'vi /etc/postfix/main.cf', 'systemctl reload postfix'],
    },
    reproduction: {
      inject:
        'postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authentication, reject_unauth_destination"',
      provoke: [mailOfUser],
      repair: 'sed -i s/permit_sasl_authentication/permit_sasl_authenticated/ /etc/postfix/main.cf',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-before-tls', 'open-relay/outside-anonymous-local'],
    references: ['https://www.postfix.org/postconf.5.html#smtpd_recipient_restrictions'],
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
      inject: 'postconf -P "submission/inet/smtpd_relay_restrictions=permit_sasl_authenticated,reject"',
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
