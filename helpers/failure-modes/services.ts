import type { FailureMode, LogSign } from '../model/failure-mode';
import { mailOfUser, mailToLocalUser } from './client-steps';
import { postfixSmtpd, rejects } from './restriction-lists';
import { parameter } from './signs';

const milter = (socket: string, error: string, specimen: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(`^warning: connect to Milter service ${socket}: ${error}`),
  specimen: `postfix/smtpd[1633]: warning: connect to Milter service ${specimen}`,
  strength,
});

const milterRefused = milter(
  'inet:\\S+',
  '(?:Connection refused|Host is unreachable|No route to host|Connection timed out|Network is unreachable|lookup error)',
  'inet:127.0.0.1:8891: Connection refused',
  'suggests',
);

const milterRejected: LogSign = {
  pattern: /^\w+: milter-reject: (?:CONNECT|EHLO|HELO|MAIL|RCPT) from \S+: [45]\d\d /,
  specimen:
    'postfix/smtpd[345]: NOQUEUE: milter-reject: CONNECT from client.outside.example[198.51.100.7]: 451 4.7.1 Service unavailable - try again later; proto=SMTP',
  strength: 'accompanies',
};

const action = (value: string) =>
  parameter('milter_default_action', new RegExp(`^${value}$`, 'i'), `milter_default_action is ${value}`, 'tempfail');

const policyRejected = rejects(
  /451 4\.3\.5 <.*>: Recipient address rejected: Server configuration problem;/,
  'postfix/smtpd[1510]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration problem; from=<x@outside.example> to=<alice@example.test> proto=ESMTP helo=<client>',
  'accompanies',
);

const milterManual = 'https://www.postfix.org/MILTER_README.html#errors';

/** Helpers that smtpd asks and that don't answer. To users it looks like a trouble with their login. */
export const services: readonly FailureMode[] = [
  {
    id: 'services/milter-down',
    kind: 'fault',
    title: 'a milter does not answer, and mail is put off until it does',
    cause:
      'smtpd_milters names OpenDKIM, rspamd or another filter at a TCP port where nothing listens: it is not running, ' +
      'or another container was meant. milter_default_action is tempfail, the default, so smtpd puts everything off, ' +
      'AUTH included: users take it for a trouble with their password.',
    symptoms: {
      log: [milterRefused, milterRejected],
      facts: [action('tempfail')],
      client:
        'AUTH: 454 4.3.0 Try again later; MAIL FROM: 451 4.7.1 Service unavailable - try again later. Newer versions ' +
        '(seen with 3.10) say 421 instead of a greeting.',
    },
    repair: {
      words: 'Start the filter, or take it out of smtpd_milters until it runs.',
      commands: ['systemctl status opendkim', 'systemctl restart opendkim', 'ss -ltnp | grep 8891'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_milters=inet:127.0.0.1:8891',
      provoke: [mailOfUser],
      repair: 'postconf -X smtpd_milters',
      toldBy: 'log and facts',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [
      milterManual,
      'https://github.com/Mailu/Mailu/issues/2057',
      'https://github.com/rspamd/rspamd/issues/1268',
    ],
  },
  {
    id: 'services/milter-down-rejected',
    kind: 'fault',
    title: 'a milter does not answer, and mail is rejected for good',
    cause:
      'A filter of smtpd_milters can’t be reached, and milter_default_action is reject: senders get 5xx and give up, ' +
      'where the default, tempfail, would have let them try again once the filter runs.',
    symptoms: {
      log: [milterRefused, milterRejected],
      facts: [action('reject')],
      client: '550 5.5.1 Command rejected, or 554 5.7.1',
    },
    repair: {
      words: 'Start the filter, and leave the action at tempfail.',
      commands: ['systemctl restart opendkim', 'postconf -X milter_default_action', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_milters=inet:127.0.0.1:8891 milter_default_action=reject',
      provoke: [mailOfUser],
      repair: 'postconf -X smtpd_milters\npostconf -X milter_default_action',
      toldBy: 'log and facts',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [milterManual],
  },
  {
    id: 'services/milter-down-passed',
    kind: 'exposure',
    title: 'a milter does not answer, and mail passes without it',
    cause:
      'A filter of smtpd_milters can’t be reached, and milter_default_action is accept: the mail goes on unsigned or ' +
      'unscanned. Nobody is refused and nobody complains; receivers begin to distrust mail without its DKIM signature.',
    symptoms: {
      log: [milterRefused],
      facts: [action('accept')],
      client: 'Nothing: 250 2.0.0 Ok',
    },
    repair: {
      words: 'Start the filter, and have it watched.',
      commands: ['systemctl restart opendkim', 'ss -ltnp | grep 8891'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_milters=inet:127.0.0.1:8891 milter_default_action=accept',
      provoke: [mailOfUser],
      repair: 'postconf -X smtpd_milters',
      toldBy: 'log and facts',
    },
    versions: { from: '2.3' },
    noticedBy: [],
    references: [milterManual],
  },
  {
    id: 'services/milter-socket-missing',
    kind: 'fault',
    title: 'the socket of a milter is not where smtpd looks for it',
    cause:
      'smtpd_milters names a UNIX socket that is not there: the filter is not running, makes its socket elsewhere, or ' +
      'smtpd is chrooted and sees the path below /var/spool/postfix.',
    symptoms: {
      log: [
        milter(
          '(?:unix|local):\\S+',
          'No such file or directory',
          'unix:/run/opendkim/opendkim.sock: No such file or directory',
          'names',
        ),
        milterRejected,
      ],
      facts: [],
      client: 'AUTH: 454 4.3.0 Try again later; MAIL FROM: 451 4.7.1 Service unavailable - try again later',
    },
    repair: {
      words: 'Let both name the same file; for a chrooted smtpd below /var/spool/postfix.',
      commands: [
        'grep -i ^socket /etc/opendkim.conf',
        'ss -lxp | grep opendkim',
        'postconf -e smtpd_milters=inet:127.0.0.1:8891   # instead',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: 'postconf -e smtpd_milters=unix:/run/opendkim/opendkim.sock',
      provoke: [mailOfUser],
      repair: 'postconf -X smtpd_milters',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [milterManual, 'https://github.com/modoboa/modoboa/issues/2311'],
  },
  {
    id: 'services/milter-socket-forbidden',
    kind: 'fault',
    title: 'smtpd may not connect to the socket of a milter',
    cause:
      'The socket is there, but its mode, or that of a directory above it, shuts the user postfix out. Most filters make ' +
      'it for a group of their own (opendkim, _rspamd), to which postfix has to be added.',
    symptoms: {
      log: [
        milter(
          '(?:unix|local):\\S+',
          'Permission denied',
          'unix:/run/opendkim/opendkim.sock: Permission denied',
          'names',
        ),
        milterRejected,
      ],
      facts: [],
      client: 'AUTH: 454 4.3.0 Try again later; MAIL FROM: 451 4.7.1 Service unavailable - try again later',
    },
    repair: {
      words: 'Add postfix to the group of the socket, and restart: a running Postfix keeps its groups.',
      commands: ['ls -ld /run/opendkim /run/opendkim/*', 'usermod -aG opendkim postfix', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `install -d -m 700 -o root -g root /etc/milter
postconf -e smtpd_milters=unix:/etc/milter/milter.sock`,
      provoke: [mailOfUser],
      repair: 'postconf -X smtpd_milters\nrmdir /etc/milter',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy: ['authenticated-relay/plain-on-587-before-tls'],
    references: [milterManual],
  },
  {
    id: 'services/policy-server-down',
    kind: 'fault',
    title: 'a policy service does not answer at its port',
    cause:
      'check_policy_service names Postgrey, an SPF checker or another policy service at a TCP port where nothing ' +
      'listens. smtpd tries twice, then puts the recipient off. Users are hit too if the check stands before ' +
      'permit_sasl_authenticated.',
    symptoms: {
      log: [
        {
          pattern: /^warning: problem talking to server [\w.:[\]-]+:\d+: /,
          specimen: 'postfix/smtpd[1510]: warning: problem talking to server 127.0.0.1:10023: Connection refused',
          strength: 'names',
          program: postfixSmtpd,
        },
        policyRejected,
      ],
      facts: [],
      client: '451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration problem',
    },
    repair: {
      words: 'Start the service, and put permit_sasl_authenticated before the check.',
      commands: ['systemctl status postgrey', 'systemctl restart postgrey', 'ss -ltnp | grep 10023'],
    },
    reproduction: {
      inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, \\
  permit_sasl_authenticated, reject_unauth_destination, check_policy_service inet:127.0.0.1:10023"`,
      provoke: [mailToLocalUser],
      repair: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unauth_destination"`,
      toldBy: 'log',
    },
    versions: { from: '2.1' },
    noticedBy: ['open-relay/outside-anonymous-local'],
    references: ['https://www.postfix.org/SMTPD_POLICY_README.html'],
  },
  {
    id: 'services/policy-socket-missing',
    kind: 'fault',
    title: 'the socket of a policy service is not there',
    cause:
      'check_policy_service names a UNIX socket, relative to the queue directory, that nobody made: the service of ' +
      'master.cf that should (spawn) was not added, or the daemon is not running.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: problem talking to server (?!private\/(?:anvil|tlsmgr|scache|verify)\b)\S*\/\S+: (?:No such file or directory|Connection refused|Permission denied)$/,
          specimen:
            'postfix/smtpd[1510]: warning: problem talking to server private/policyd-spf: No such file or directory',
          strength: 'names',
          program: postfixSmtpd,
        },
        policyRejected,
      ],
      facts: [],
      client: '451 4.3.5 <alice@example.test>: Recipient address rejected: Server configuration problem',
    },
    repair: {
      words: 'Add the service to master.cf as its documentation says, and restart.',
      commands: [
        'postconf -M | grep policy',
        'ls -l /var/spool/postfix/private | grep policy',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, \\
  permit_sasl_authenticated, reject_unauth_destination, check_policy_service unix:private/policyd-spf"`,
      provoke: [mailToLocalUser],
      repair: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unauth_destination"`,
      toldBy: 'log',
    },
    versions: { from: '2.1' },
    noticedBy: ['open-relay/outside-anonymous-local'],
    references: ['https://www.postfix.org/SMTPD_POLICY_README.html'],
  },
  {
    id: 'services/internal-service-missing',
    kind: 'fault',
    title: 'a service that smtpd needs is missing in master.cf',
    cause:
      'smtpd hands addresses to `rewrite`, mail to `cleanup` and table look-ups to `proxymap`. With one of their lines ' +
      'commented out, or a master.cf older than the installed Postfix, smtpd tries for ever and the client waits in ' +
      'silence.',
    symptoms: {
      log: [
        {
          pattern: /^warning: connect #\d+ to subsystem (?:private|public)\/\w+: /,
          specimen: 'postfix/smtpd[520]: warning: connect #1 to subsystem public/cleanup: Connection refused',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'Silence in the middle of a session, after RCPT or even before the greeting',
    },
    repair: {
      words: 'Put the line back; the master.cf that came with the package has it.',
      commands: ['postconf -M | cut -d" " -f1', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `sed -i 's/^cleanup /#&/' /etc/postfix/master.cf`,
      provoke: [mailToLocalUser],
      repair: `sed -i 's/^#cleanup /cleanup /' /etc/postfix/master.cf`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/master.5.html'],
  },
];
