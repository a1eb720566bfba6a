import type { ClientStep, FactSign, FailureMode, LogSign } from '../model/failure-mode';
import { mailLines } from './client-steps';
import { rejects } from './restriction-lists';

const outside = 'client.outside.example[198.51.100.7]';
const specimenOf = (reply: string, helo: string) =>
  `postfix/submission/smtpd[2348]: NOQUEUE: reject: RCPT from ${outside}: ${reply}; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<${helo}>`;

const from = 'x@outside.example';
const to = 'alice@example.test';
const greetsAs = (name: string): readonly ClientStep[] => [
  { kind: 'lines', port: 25, ehlo: false, lines: [`EHLO ${name}`, ...mailLines(from, to).slice(0, 2), 'QUIT'] },
];

const pipelined: LogSign = {
  pattern: /^improper command pipelining after \S+ from \S+: (?!PROXY )/,
  specimen: `postfix/submission/smtpd[877]: improper command pipelining after EHLO from ${outside}: AUTH PLAIN AGFsaWNlAHg=\\r\\n`,
  strength: 'suggests',
};

const pipeliningForbidden: FactSign = {
  words: 'smtpd_forbid_unauth_pipelining is on, as it is by default since Postfix 3.9',
  look: 'postconf -h smtpd_forbid_unauth_pipelining',
  holds: ({ mainCf, postfixVersion }) => {
    const value = mainCf?.get('smtpd_forbid_unauth_pipelining')?.value;
    if (value !== undefined) return value === 'yes';
    return mainCf && postfixVersion === undefined
      ? undefined
      : mainCf && /^3\.(?:9|\d\d)|^[4-9]/.test(postfixVersion ?? '');
  },
};

const heloManual = 'https://www.postfix.org/postconf.5.html#smtpd_helo_restrictions';
const exempted = [
  'postconf -e "smtpd_helo_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_non_fqdn_helo_hostname"',
  'systemctl reload postfix',
];
const exempts = (restriction: string) =>
  `postconf -e 'smtpd_helo_restrictions = permit_mynetworks, permit_sasl_authenticated, ${restriction}'`;

/** What a server wants of the manners of its clients: their name, their pace, their line ends. */
export const protocolLimits: readonly FailureMode[] = [
  {
    id: 'limits/helo-not-fqdn',
    kind: 'fault',
    title: 'the name in EHLO must be fully qualified, and mail programs say their machine’s bare name',
    cause:
      'reject_non_fqdn_helo_hostname stands before, or without, permit_sasl_authenticated. Mail programs and containers ' +
      'greet with `laptop`, `localhost` or a container’s id. The client logs in, and is refused at RCPT all the same.',
    symptoms: {
      log: [
        rejects(
          /50\d 5\.5\.2 <[^>]*>: Helo command rejected: need fully-qualified hostname;/,
          specimenOf('504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname', 'laptop'),
          'names',
        ),
      ],
      facts: [],
      client: '504 5.5.2 <laptop>: Helo command rejected: need fully-qualified hostname',
    },
    repair: { words: 'Let users and your own networks pass before the check.', commands: exempted },
    reproduction: {
      inject: "postconf -e 'smtpd_helo_restrictions = reject_non_fqdn_helo_hostname'",
      provoke: greetsAs('laptop'),
      repair: exempts('reject_non_fqdn_helo_hostname'),
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      heloManual,
      'https://github.com/Foundry376/Mailspring/issues/1054',
      'https://github.com/BytemarkHosting/docker-smtp/issues/5',
    ],
  },
  {
    id: 'limits/helo-not-found',
    kind: 'fault',
    title: 'the name in EHLO must exist in DNS, and that of the client does not',
    cause:
      'reject_unknown_helo_hostname looks the name up. Names of mail programs exist in no DNS; and where the server ' +
      'cannot reach DNS, as in a chroot without resolv.conf, no name does, so that all mail is put off.',
    symptoms: {
      log: [
        rejects(
          /[45]50 [45]\.7\.1 <[^>]*>: Helo command rejected: Host not found;/,
          specimenOf('450 4.7.1 <pc.nowhere.test>: Helo command rejected: Host not found', 'pc.nowhere.test'),
          'names',
        ),
      ],
      facts: [],
      client: '450 4.7.1 <pc.nowhere.test>: Helo command rejected: Host not found',
    },
    repair: {
      words: 'Let users pass before the check, and see that the server resolves names.',
      commands: [
        'postconf -e "smtpd_helo_restrictions = permit_mynetworks, permit_sasl_authenticated, reject_unknown_helo_hostname"',
        'systemctl reload postfix',
        'getent hosts www.example.com',
      ],
    },
    reproduction: {
      inject: "postconf -e 'smtpd_helo_restrictions = reject_unknown_helo_hostname'",
      provoke: greetsAs('pc.nowhere.test'),
      repair: exempts('reject_unknown_helo_hostname'),
      zones: [{ suffix: 'nowhere.test', kind: 'nxdomain' }],
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      heloManual,
      'https://github.com/oblien/openship/issues/686',
      'https://github.com/chatmail/core/issues/1847',
    ],
  },
  {
    id: 'limits/helo-invalid',
    kind: 'client',
    title: 'a client greets with something that is no host name',
    cause:
      'reject_invalid_helo_hostname refuses names with spaces, underscores at the wrong place or other signs that a ' +
      'host name cannot have. The machine has such a name, as Windows and containers allow, and the program says it.',
    symptoms: {
      log: [
        rejects(
          /501 5\.5\.2 <[^>]*>: Helo command rejected: Invalid name;/,
          specimenOf('501 5.5.2 <my_pc?>: Helo command rejected: Invalid name', 'my_pc?'),
          'names',
        ),
      ],
      facts: [],
      client: '501 5.5.2 <my_pc?>: Helo command rejected: Invalid name',
    },
    repair: { words: 'Rename the machine; or let users pass before the check.', commands: exempted },
    reproduction: {
      inject: "postconf -e 'smtpd_helo_restrictions = reject_invalid_helo_hostname'",
      provoke: greetsAs('my_pc?'),
      repair: exempts('reject_invalid_helo_hostname'),
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [heloManual, 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1'],
  },
  {
    id: 'limits/pipelining-at-data',
    kind: 'client',
    title: 'a client that does not wait for replies is refused at DATA',
    cause:
      'reject_unauth_pipelining: the client sent several commands at once without having been told by EHLO that it ' +
      'may. Scripts with nc do so, and programs that say HELO. Its credentials may be in the log, for Postfix shows ' +
      'what came too early.',
    symptoms: {
      log: [
        {
          pattern:
            /^\w+: reject: DATA from \S+: 503 5\.5\.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining;/,
          specimen: `postfix/smtpd[754]: 663351EE298: reject: DATA from ${outside}: 503 5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining; from=<x@outside.example> to=<alice@example.test> proto=SMTP helo=<client>`,
          strength: 'names',
        },
        pipelined,
      ],
      facts: [],
      client: '503 5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining',
    },
    repair: { words: 'Let the client wait for each reply.', commands: [] },
    reproduction: {
      inject: `postconf -e smtpd_data_restrictions=reject_unauth_pipelining smtpd_forbid_unauth_pipelining=no`,
      provoke: [
        {
          kind: 'lines',
          port: 25,
          ehlo: false,
          lines: [['HELO client', ...mailLines(from, to).slice(0, 3)].join('\r\n'), 'QUIT'],
        },
      ],
      repair: 'postconf -e smtpd_data_restrictions=',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#reject_unauth_pipelining',
      'https://www.rfc-editor.org/rfc/rfc2920',
      'https://github.com/33hops/xsibackup/issues/12',
    ],
  },
  {
    id: 'limits/pipelining-forbidden',
    kind: 'client',
    title: 'Postfix hangs up on a client that does not wait for replies',
    cause:
      'smtpd_forbid_unauth_pipelining, a defence against smuggled mail: whoever sends a command before the reply to ' +
      'the one before is out of step, and the connection ends. Also proxies that send XCLIENT and more at once are ' +
      'caught. What came too early is in the log, credentials included.',
    symptoms: {
      log: [pipelined],
      facts: [pipeliningForbidden],
      client: '554 5.5.0 Error: SMTP protocol synchronization',
    },
    repair: {
      words: 'Let the client wait for each reply. For a proxy that cannot, switch it off for its service alone.',
      commands: ['postconf -P submission/inet/smtpd_forbid_unauth_pipelining=no', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_forbid_unauth_pipelining=yes',
      provoke: [
        {
          kind: 'lines',
          port: 25,
          ehlo: false,
          lines: ['EHLO client.outside.example\r\nMAIL FROM:<x@outside.example>'],
        },
      ],
      repair: 'postconf -e smtpd_forbid_unauth_pipelining=no',
      toldBy: 'log and facts',
    },
    versions: { from: '3.5.20' },
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_forbid_unauth_pipelining',
      'https://www.postfix.org/smtp-smuggling.html',
      'https://github.com/Mailu/Mailu/pull/3322',
    ],
  },
  {
    id: 'limits/bare-line-feed',
    kind: 'client',
    title: 'a program ends its lines with a bare line feed, and Postfix refuses the mail',
    cause:
      'SMTP ends every line with CR and LF. A program that sends LF alone could smuggle a second mail past a server ' +
      'that takes it, so smtpd_forbid_bare_newline refuses it (`reject`; `yes` in the first releases that had it). ' +
      'With `normalize`, the default since 3.9, such a mail is taken, unless its end is a bare line feed too.',
    symptoms: {
      log: [
        {
          pattern: /^\w+: reject: \S+ from \S+: (?:\d{3} \S+ .*)?bare <LF> received/,
          specimen: `postfix/smtpd[1106]: 8DD321EE29B: reject: END-OF-MESSAGE from ${outside}: bare <LF> received; from=<alice@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>`,
          strength: 'names',
        },
      ],
      facts: [],
      client: '550 5.5.2 mail.example.test Error: bare <LF> received; in the first releases 521 5.5.2',
    },
    repair: {
      words: 'Let the program send CR LF; meanwhile, normalize its mail, or except its network.',
      commands: ['postconf -e smtpd_forbid_bare_newline=normalize', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_forbid_bare_newline=reject',
      provoke: [
        {
          kind: 'lines',
          port: 25,
          lines: [...mailLines(from, to).slice(0, 3), 'Subject: test\n\ntest\r\n.', 'QUIT'],
        },
      ],
      repair: 'postconf -e smtpd_forbid_bare_newline=normalize',
      toldBy: 'log',
    },
    versions: { from: '3.5.23' },
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#smtpd_forbid_bare_newline',
      'https://www.postfix.org/smtp-smuggling.html',
      'https://github.com/vert-x3/vertx-mail-client/pull/220',
    ],
  },
];
