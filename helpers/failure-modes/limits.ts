import type { ClientStep, FailureMode, LogSign } from '../model/failure-mode';
import { connectOn3, mailOfUser, mailToLocalUser } from './client-steps';
import { endedAfterAuth } from './signs';

const client = 'client.outside.example[198.51.100.7]';

/** smtpd counts with anvil and refuses what is too much. */
const exceeded = (what: string): LogSign => ({
  pattern: new RegExp(`^warning: ${what} exceeded: \\d+ from \\S+ for service \\S+$`),
  specimen: `postfix/smtpd[144]: warning: ${what} exceeded: 3 from ${client} for service smtp`,
  strength: 'names',
});

const twice = (step: ClientStep): readonly ClientStep[] => [step, step];

const shared =
  'Clients in mynetworks are not counted (smtpd_client_event_limit_exceptions). Behind NAT, or where a container ' +
  'engine hides the addresses of clients, everybody shares one count.';

const limitsManual = 'https://www.postfix.org/TUNING_README.html#conn_limit';
const parameterManual = (name: string) => `https://www.postfix.org/postconf.5.html#${name}`;

interface RateLimit {
  readonly name: string;
  readonly parameter: string;
  readonly what: string;
  readonly title: string;
  readonly counts: string;
  readonly reply: string;
  readonly provoke: readonly ClientStep[];
  readonly noticedBy: readonly string[];
  readonly from?: string;
  readonly references?: readonly string[];
}

const rateLimits: readonly RateLimit[] = [
  {
    name: 'login-rate',
    parameter: 'smtpd_client_auth_rate_limit',
    what: 'AUTH command rate limit',
    title: 'a client logs in more often than smtpd_client_auth_rate_limit allows',
    counts: 'AUTH commands',
    reply: '450 4.7.1 Error: too many AUTH commands from 198.51.100.7',
    provoke: twice({ kind: 'lines', lines: ['AUTH', 'AUTH'] }),
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    from: '3.1',
  },
  {
    name: 'connection-rate',
    parameter: 'smtpd_client_connection_rate_limit',
    what: 'Connection rate limit',
    title: 'a client connects more often than smtpd_client_connection_rate_limit allows',
    counts: 'connections',
    reply: '421 4.7.0 mail.example.test Error: too many connections from 198.51.100.7',
    provoke: twice(mailOfUser),
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: ['https://github.com/mailcow/mailcow-dockerized/issues/1318'],
  },
  {
    name: 'message-rate',
    parameter: 'smtpd_client_message_rate_limit',
    what: 'Message delivery request rate limit',
    title: 'a client sends more mail than smtpd_client_message_rate_limit allows',
    counts: 'MAIL commands',
    reply: '450 4.7.1 Error: too much mail from 198.51.100.7',
    provoke: twice(mailToLocalUser),
    noticedBy: ['open-relay/outside-anonymous-local'],
  },
  {
    name: 'recipient-rate',
    parameter: 'smtpd_client_recipient_rate_limit',
    what: 'Recipient address rate limit',
    title: 'a client names more recipients than smtpd_client_recipient_rate_limit allows',
    counts: 'RCPT commands',
    reply: '450 4.7.1 Error: too many recipients from 198.51.100.7',
    provoke: twice(mailToLocalUser),
    noticedBy: ['open-relay/outside-anonymous-local'],
  },
  {
    name: 'tls-rate',
    parameter: 'smtpd_client_new_tls_session_rate_limit',
    what: 'New TLS session rate limit',
    title: 'a client starts more TLS sessions than smtpd_client_new_tls_session_rate_limit allows',
    counts: 'new TLS sessions',
    reply: '421 4.7.0 mail.example.test Error: too many new TLS sessions from 198.51.100.7',
    provoke: twice({ ...mailOfUser, tls: 'starttls' }),
    noticedBy: ['authenticated-relay/plain-on-587-after-starttls'],
  },
];

const rateModes = rateLimits.map(
  ({ name, parameter, what, title, counts, reply, provoke, noticedBy, from, references = [] }): FailureMode => ({
    id: `limits/${name}`,
    kind: 'fault',
    title,
    cause: `Postfix counts the ${counts} of each client within anvil_rate_time_unit, a minute, and puts off what exceeds ${parameter}. ${shared}`,
    symptoms: { log: [exceeded(what)], facts: [], client: reply },
    repair: {
      words:
        'Raise the limit above what honest clients need, or switch it off (0); and see that the log shows the real ' +
        'addresses of clients. A client that repeats itself without end is the one to be mended.',
      commands: [`postconf -e ${parameter}=0`, 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `postconf -e ${parameter}=1`,
      provoke,
      repair: `postconf -e ${parameter}=0`,
      toldBy: 'log',
    },
    versions: from === undefined ? {} : { from },
    noticedBy,
    references: [parameterManual(parameter), limitsManual, ...references],
  }),
);

/** How much a server takes: of mail, of connections, of errors. */
export const limits: readonly FailureMode[] = [
  ...rateModes,
  {
    id: 'limits/connections-at-once',
    kind: 'fault',
    title: 'a client has more connections open than smtpd_client_connection_count_limit allows',
    cause: `Each client address may have 50 connections at once, half of default_process_limit. ${shared}`,
    symptoms: {
      log: [exceeded('Connection concurrency limit')],
      facts: [],
      client: '421 4.7.0 mail.example.test Error: too many connections from 198.51.100.7',
    },
    repair: {
      words: 'See that the log shows the real addresses of clients; then raise the limit for those that need it.',
      commands: ['postconf -e smtpd_client_connection_count_limit=100', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `postconf -e smtpd_client_connection_count_limit=1 smtpd_client_event_limit_exceptions=`,
      provoke: [{ kind: 'run', script: openTwo() }],
      repair: 'postconf -X smtpd_client_connection_count_limit smtpd_client_event_limit_exceptions',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      parameterManual('smtpd_client_connection_count_limit'),
      limitsManual,
      'https://github.com/docker-mailserver/docker-mailserver/issues/3891',
    ],
  },
  {
    id: 'limits/all-processes-busy',
    kind: 'fault',
    title: 'every smtpd that master may start is busy',
    cause:
      'As many smtpd processes run as the service may have, default_process_limit (100) or the maxproc column of ' +
      'master.cf, and each serves a client. Further clients connect and wait without a greeting. Slow clients, slow ' +
      'DNS and slow back ends of SASL hold the processes.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: service "[^"]+" \([^)]*\) has reached its process limit "\d+": new clients may experience noticeable delays$/,
          specimen:
            'postfix/master[275]: warning: service "submission" (587) has reached its process limit "2": new clients may experience noticeable delays',
          strength: 'names',
          program: /master$/,
        },
      ],
      facts: [],
      client: 'It is connected and waits, for seconds or minutes, for the greeting.',
    },
    repair: {
      words: 'Find out what the processes wait for; raise the limit if it is only the number of clients.',
      commands: ['postconf -F submission/inet/process_limit=200', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'postconf -F submission/inet/process_limit=2',
      provoke: [{ kind: 'run', script: openTwo() }],
      repair: 'postconf -F submission/inet/process_limit=200',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/STRESS_README.html', parameterManual('default_process_limit')],
  },
  {
    id: 'limits/too-many-errors',
    kind: 'client',
    title: 'a client goes on after its logins have failed, until Postfix hangs up',
    cause:
      'After smtpd_hard_error_limit errors in one session (20, and 1 when the server is under stress) Postfix closes ' +
      'the connection; from the tenth on it has answered late. A program repeats a wrong password, or a bot guesses.',
    symptoms: {
      log: [endedAfterAuth('too many errors')],
      facts: [],
      client: '421 4.7.0 mail.example.test Error: too many errors',
    },
    repair: { words: 'Correct name and password in the client. Don’t raise the limit.', commands: [] },
    reproduction: {
      inject: 'postconf -e smtpd_hard_error_limit=1',
      provoke: [{ kind: 'lines', lines: ['AUTH', 'AUTH', 'AUTH'] }],
      repair: 'postconf -X smtpd_hard_error_limit',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [parameterManual('smtpd_hard_error_limit'), 'https://github.com/chatmail/relay/issues/273'],
  },
  {
    id: 'limits/message-size',
    kind: 'client',
    title: 'a mail is larger than message_size_limit',
    cause:
      'The client says with MAIL how large its mail is, and that is more than message_size_limit, 10240000 bytes ' +
      'unless set. On its way a mail is a third larger than the files in it, for base64.',
    symptoms: {
      log: [
        {
          pattern: /^\w+: reject: MAIL from \S+: 552 5\.3\.4 Message size exceeds fixed limit; /,
          specimen: `postfix/submission/smtpd[2101]: NOQUEUE: reject: MAIL from ${client}: 552 5.3.4 Message size exceeds fixed limit; from=<alice@example.test> proto=ESMTP helo=<client.outside.example>`,
          strength: 'names',
        },
      ],
      facts: [],
      client: '552 5.3.4 Message size exceeds fixed limit',
    },
    repair: {
      words: 'Send less, or raise the limit; mailbox_size_limit must not be below it.',
      commands: ['postconf -e message_size_limit=52428800', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e message_size_limit=10000',
      provoke: [{ kind: 'lines', lines: ['MAIL FROM:<x@outside.example> SIZE=20000'] }],
      repair: 'postconf -e message_size_limit=20480000',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [parameterManual('message_size_limit'), 'https://www.rfc-editor.org/rfc/rfc1870'],
  },
  {
    id: 'limits/queue-disk-full',
    kind: 'fault',
    title: 'the disk of the queue has too little room',
    cause:
      'Postfix takes mail only where the file system of the queue has room for one and a half times the largest mail ' +
      '(message_size_limit), and for queue_minfree. Small volumes of containers fall short of it long before they are full.',
    symptoms: {
      log: [
        {
          pattern: /^warning: not enough free space in mail queue: \d+ bytes < [\d.]+\*message size limit$/,
          specimen:
            'postfix/smtpd[2139]: warning: not enough free space in mail queue: 12288000 bytes < 1.5*message size limit',
          strength: 'names',
        },
      ],
      facts: [],
      client: '452 4.3.1 Insufficient system storage',
    },
    repair: {
      words: 'Make room, or lower message_size_limit and queue_minfree to what the disk has.',
      commands: ['df -h /var/spool/postfix', 'postconf message_size_limit queue_minfree', 'postconf -X queue_minfree'],
    },
    reproduction: {
      inject: 'postconf -e queue_minfree=9000000000000000',
      provoke: [mailToLocalUser],
      repair: 'postconf -X queue_minfree',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['open-relay/outside-anonymous-local'],
    references: [parameterManual('queue_minfree')],
  },
];

// Both get their greeting, or are refused, before the first one ends.
function openTwo(): string {
  return `${connectOn3('127.0.0.1', 587)}
read -r -t 3 greeting <&3 || true
exec 4<>/dev/tcp/127.0.0.1/587
read -r -t 3 greeting <&4 || true
exec 3>&- 4>&-`;
}
