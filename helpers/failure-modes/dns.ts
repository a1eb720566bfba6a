import type { FactSign, FailureMode, LogSign, MasterService, ServerFacts } from '../model/failure-mode';
import { intoChroot } from './chroot';
import { mailOfStranger, mailOfUser } from './client-steps';
import { listFact, opposite, precedes, rejects, smtpdFact } from './restriction-lists';
import { absent } from './signs';

const from = 'from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>';

const domainNotFound = (who: 'Sender' | 'Recipient', status: string, strength: LogSign['strength']): LogSign =>
  rejects(
    new RegExp(`[45]50 [45]${status} <.*>: ${who} address rejected: Domain not found;`),
    `postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 450 4${status.replaceAll('\\', '')} <x@nowhere.example>: ${who} address rejected: Domain not found; ${from}`,
    strength,
  );

const nameNotFound = rejects(
  /450 4\.7\.(?:1|25) Client host rejected: cannot find your hostname, \[/,
  `postfix/smtpd[2868]: NOQUEUE: reject: RCPT from unknown[198.51.100.99]: 450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.99]; ${from}`,
  'suggests',
);

const isChrooted = ({ chroot }: MasterService, { mainCf, postfixVersion = '' }: ServerFacts): boolean => {
  if (chroot !== '-') return chroot === 'y';
  // `-` is y up to 2.11, and below level 1.
  const level = mainCf?.get('compatibility_level')?.value;
  return postfixVersion.startsWith('2.') || (mainCf !== undefined && Number.parseFloat(level ?? '0') < 1);
};
const chrooted: FactSign = smtpdFact('an smtpd service of master.cf is chrooted', isChrooted);

const nameCheck = /^reject_unknown_client(?:_hostname)?$/;
const nameCheckFirst = listFact(
  'smtpd_client_restrictions',
  'smtpd_client_restrictions rejects clients without a name before it permits a login',
  (list) => precedes(list, nameCheck, /^permit_sasl_authenticated$/),
);

const senderCheckFirst = listFact(
  'smtpd_sender_restrictions',
  'smtpd_sender_restrictions has reject_unknown_sender_domain',
  (list) => list.includes('reject_unknown_sender_domain'),
);

/** What DNS says, or does not say, of clients and domains. The lists of clients have a file of their own. */
export const dns: readonly FailureMode[] = [
  {
    id: 'dns/chroot-without-resolv-conf',
    kind: 'fault',
    title: 'smtpd is chrooted, and its chroot has no resolv.conf',
    cause:
      'In the chroot /var/spool/postfix there must be copies of /etc/resolv.conf, hosts, services and nsswitch.conf. ' +
      'Debian’s start script makes them; `postfix start-fg` in a container does not. smtpd then finds no name at all, ' +
      'while `dig` on the same machine works: every domain is unknown, and every client is `unknown`.',
    symptoms: {
      log: [domainNotFound('Sender', '\\.1\\.8', 'suggests')],
      facts: [chrooted, absent('/var/spool/postfix/etc/resolv.conf')],
      client: '450 4.1.8 <x@outside.example>: Sender address rejected: Domain not found, for every domain',
    },
    repair: {
      words: 'Copy the files at every start, or run the services without chroot (fifth column of master.cf).',
      commands: [
        'mkdir -p /var/spool/postfix/etc',
        'cp /etc/resolv.conf /etc/hosts /etc/services /etc/nsswitch.conf /var/spool/postfix/etc/',
        'postconf -F "*/*/chroot=n"   # instead, Postfix 2.11 and later',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `postconf -F smtp/inet/chroot=y
${intoChroot('sasldb2', 'services', 'nsswitch.conf')}
rm -f /var/spool/postfix/etc/resolv.conf`,
      provoke: [{ kind: 'mail', vantage: 'inside', port: 25 }],
      repair: 'postconf -F smtp/inet/chroot=n',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['open-relay/inside-anonymous-foreign'],
    references: [
      'https://www.postfix.org/BASIC_CONFIGURATION_README.html#chroot_setup',
      'https://github.com/bokysan/docker-postfix/issues/102',
    ],
  },
  {
    id: 'dns/sender-domain-not-found',
    kind: 'client',
    title: 'the domain of a sender does not exist',
    cause:
      'reject_unknown_sender_domain wants an MX or A record for the sender’s domain, because nothing could be ' +
      'answered to it. A script writes as root@localhost.localdomain or with a domain that only exists inside, or ' +
      'the DNS of that domain is broken. If it is so with all domains, it is the server’s own resolver.',
    symptoms: {
      log: [domainNotFound('Sender', '\\.1\\.8', 'suggests')],
      facts: [opposite(chrooted, 'no smtpd service of master.cf is chrooted'), senderCheckFirst],
      client: '450 4.1.8 <x@nowhere.example>: Sender address rejected: Domain not found, also after a login',
    },
    repair: {
      words: 'Write with a domain that exists; for users, put permit_sasl_authenticated before the check.',
      commands: [
        'dig +short mx nowhere.example',
        'postconf -e "smtpd_sender_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_sender_domain"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: '',
      provoke: [{ ...mailOfUser, from: 'x@nowhere.example' }],
      repair: '',
      zones: [{ suffix: 'nowhere.example', kind: 'nxdomain' }],
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#reject_unknown_sender_domain',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1744',
    ],
  },
  {
    id: 'dns/sender-domain-takes-no-mail',
    kind: 'client',
    title: 'the domain of a sender says that it takes no mail',
    cause:
      'The domain has a null MX record (`MX 0 .`): no mail can be sent to it, so that no bounce could be delivered ' +
      'either. reject_unknown_sender_domain refuses it for good. Postfix 2.x does not know null MX and puts off with ' +
      '`Malformed DNS server reply`.',
    symptoms: {
      log: [
        rejects(
          /(?:550 5\.7\.27 <.*>: Sender address rejected: Domain \S+ does not accept mail \(nullMX\)|450 4\.1\.8 <.*>: Sender address rejected: Malformed DNS server reply);/,
          `postfix/smtpd[148]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 550 5.7.27 <x@nomail.example>: Sender address rejected: Domain nomail.example does not accept mail (nullMX); ${from}`,
          'names',
        ),
        {
          pattern:
            /^warning: (?:valid_hostname: empty hostname|malformed domain name in resource data of MX record for \S+:)$/,
          specimen:
            'postfix/smtpd[148]: warning: malformed domain name in resource data of MX record for nomail.example:',
          strength: 'accompanies',
        },
      ],
      facts: [],
      client:
        '550 5.7.27 <x@nomail.example>: Sender address rejected: Domain nomail.example does not accept mail (nullMX)',
    },
    repair: {
      words: 'Write with a domain that takes mail, or give the domain a real MX record.',
      commands: ['dig +short mx nomail.example'],
    },
    reproduction: {
      inject: '',
      provoke: [{ ...mailOfStranger, from: 'x@nomail.example', to: 'local' }],
      repair: '',
      zones: [
        {
          suffix: 'nomail.example',
          kind: 'records',
          records: [{ name: 'nomail.example', type: 'MX', data: '0 .' }],
        },
      ],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['RFC 7505'],
  },
  {
    id: 'dns/recipient-domain-not-found',
    kind: 'client',
    title: 'the domain of a recipient does not exist',
    cause:
      'reject_unknown_recipient_domain refuses mail to domains without MX and A records at once, instead of letting it ' +
      'wait in the queue. Most often it is a slip in the address. If it is so with all domains, the server reaches no ' +
      'resolver: a Docker network with `internal: true`, or port 53 closed.',
    symptoms: {
      log: [domainNotFound('Recipient', '\\.1\\.2', 'names')],
      facts: [],
      client: '450 4.1.2 <x@nowhere.example>: Recipient address rejected: Domain not found',
    },
    repair: {
      words: 'Correct the address; if no domain is found, give the server a resolver.',
      commands: ['dig +short mx nowhere.example', 'cat /etc/resolv.conf'],
    },
    reproduction: {
      inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, reject_unknown_recipient_domain, \\
  permit_sasl_authenticated, reject_unauth_destination"`,
      provoke: [{ ...mailOfUser, to: 'x@nowhere.example' }],
      repair: '',
      zones: [{ suffix: 'nowhere.example', kind: 'nxdomain' }],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#reject_unknown_recipient_domain',
      'https://github.com/bokysan/docker-postfix/issues/237',
    ],
  },
  {
    id: 'dns/name-check-before-login',
    kind: 'fault',
    title: 'clients without a reverse name are rejected even when they log in',
    cause:
      'reject_unknown_client in smtpd_client_restrictions rejects clients whose address has no PTR record, or one that ' +
      'does not point back. Users at home and on the road often have none. There is no permit_sasl_authenticated ' +
      'before it, so that a login does not help.',
    symptoms: {
      log: [nameNotFound],
      facts: [nameCheckFirst],
      client:
        '235 2.7.0 Authentication successful, then 450 4.7.25 (before Postfix 3.0: 4.7.1) Client host rejected: cannot ' +
        'find your hostname, [198.51.100.99]',
    },
    repair: {
      words: 'Permit those who logged in before the check.',
      commands: [
        'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_client_hostname"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject_unknown_client_hostname"',
      provoke: [{ ...mailOfUser, vantage: 'nameless' }],
      repair:
        'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_client_hostname"',
      toldBy: 'log and facts',
    },
    versions: {},
    // The checks expect just this of the how-to's server, and so does the how-to.
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#reject_unknown_client_hostname',
      'https://github.com/docker-mailserver/docker-mailserver/issues/3298',
    ],
  },
  {
    id: 'dns/client-without-name',
    kind: 'client',
    title: 'a client without a reverse name is rejected',
    cause:
      'The client’s address has no PTR record, or one that does not point back to it, and it has not logged in. Mail ' +
      'servers are expected to have one; private addresses of containers have none. The check is strict: honest ' +
      'servers with sloppy DNS are hit too, and 450 lets them try again for days.',
    symptoms: {
      log: [nameNotFound],
      facts: [opposite(nameCheckFirst, 'smtpd_client_restrictions permits a login before it looks for a name')],
      client:
        '450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.99]; before Postfix 3.0: 450 4.7.1',
    },
    repair: {
      words:
        'The owner of the address sets a PTR record. reject_unknown_reverse_client_hostname asks for less: a PTR record ' +
        'of any kind.',
      commands: ['dig +short -x 198.51.100.99'],
    },
    reproduction: {
      inject: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unknown_client_hostname"`,
      provoke: [{ ...mailOfStranger, vantage: 'nameless', to: 'local' }],
      repair: '',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: ['RFC 7372 section 3.2', 'https://github.com/mailcow/mailcow-dockerized/issues/2282'],
  },
  {
    id: 'dns/client-without-ptr-record',
    kind: 'client',
    title: 'a client without any PTR record is rejected',
    cause:
      'reject_unknown_reverse_client_hostname rejects clients whose address has no PTR record at all. Addresses of ' +
      'containers and of many lines at home have none; a mail server without one is most often a hijacked machine.',
    symptoms: {
      log: [
        rejects(
          /[45]50 [45]\.7\.(?:1|25) Client host rejected: cannot find your reverse hostname, \[/,
          `postfix/smtpd[2868]: NOQUEUE: reject: RCPT from unknown[198.51.100.99]: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [198.51.100.99]; ${from}`,
          'names',
        ),
      ],
      facts: [],
      client:
        '450 4.7.25 (before Postfix 3.0: 4.7.1) Client host rejected: cannot find your reverse hostname, [198.51.100.99]',
    },
    repair: {
      words: 'The owner of the address sets a PTR record; for users, permit_sasl_authenticated goes before the check.',
      commands: [
        'dig +short -x 198.51.100.99',
        'postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_reverse_client_hostname"',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e "smtpd_client_restrictions = permit_mynetworks, reject_unknown_reverse_client_hostname"',
      provoke: [{ ...mailOfStranger, vantage: 'nameless', to: 'local' }],
      repair: `postconf -e "smtpd_client_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unknown_reverse_client_hostname"`,
      toldBy: 'log',
    },
    versions: { from: '2.6' },
    noticedBy: [],
    references: ['https://www.postfix.org/postconf.5.html#reject_unknown_reverse_client_hostname'],
  },
  {
    id: 'dns/name-does-not-point-back',
    kind: 'client',
    title: 'the PTR record of a client names a host that has another address, or none',
    cause:
      'Postfix believes a reverse name only if that name has the client’s address. Providers give PTR records for ' +
      'which no A record exists, and forgers write whatever they like; the client is `unknown` then. By itself that ' +
      'is harmless; where reject_unknown_client is set, the client is rejected.',
    symptoms: {
      log: [
        {
          pattern: /^warning: hostname \S+ does not resolve to address [\da-f.:]+(?::|$)/i,
          specimen:
            'postfix/smtpd[148]: warning: hostname client.outside.example does not resolve to address 198.51.100.7: Name or service not known',
          strength: 'names',
        },
        { ...nameNotFound, strength: 'accompanies' },
      ],
      facts: [],
      client:
        'Nothing; with reject_unknown_client 450 4.7.25 Client host rejected: cannot find your hostname, [198.51.100.7]',
    },
    repair: {
      words: 'The owner of the address makes PTR and A records agree.',
      commands: ['dig +short -x 198.51.100.7', 'dig +short client.outside.example'],
    },
    reproduction: {
      // Without a check for names, so that the line is all there is to see.
      inject: 'postconf -e smtpd_client_restrictions=permit_mynetworks',
      provoke: [{ ...mailOfStranger, to: 'local' }],
      repair: ':',
      zones: [{ suffix: 'client.outside.example', kind: 'nxdomain' }],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/postconf.5.html#reject_unknown_client_hostname'],
  },
];
