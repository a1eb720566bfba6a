import type { FailureMode, LogSign } from '../model/failure-mode';
import { mailOfStranger, mailOfUser } from './client-steps';
import { relayDenied, strangerDenied454, strangerDenied554, usersMayRelay } from './relay-denied';
import { ownDomainIsLocal } from './relay-refused-tables';
import {
  listFact,
  opposite,
  recipientListFact,
  recipientLists,
  refusal,
  refusesUsers,
  rejects,
  smtpdFact,
} from './restriction-lists';
import { parameter, throttled } from './signs';

const diesWithoutRefusal: LogSign = {
  pattern:
    /^fatal: (?:in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions,|parameter "smtpd_recipient_restrictions":) specify at least one working instance of: /,
  specimen:
    'postfix/smtpd[30323]: fatal: in parameter smtpd_relay_restrictions or smtpd_recipient_restrictions, specify at least one working instance of: reject_unauth_destination, defer_unauth_destination, reject, defer, defer_if_permit or check_relay_domains',
  strength: 'suggests',
};

const _loginOnlyHere = (name: string) => (value: ReadonlyMap<string, string>) =>
  /permit_sasl_authenticated,reject$/.test((value.get(name) ?? '').replaceAll(' ', ''));

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
    reproduction: {
      // Before 3.6 the list of recipients has its say first, and the how-to's ends in a refusal.
      inject: 'postconf -e smtpd_recipient_restrictions=',
      provoke: [mailOfStranger],
      repair: '',
      toldBy: 'log and facts',
    },
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
];
