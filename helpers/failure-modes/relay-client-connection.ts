import type { FailureMode, LogSign } from '../model/failure-mode';
import { mailFromInside } from './client-steps';
import { parameter } from './signs';

/** A line of Postfix as client of a smarthost. */
const smtp = (pattern: RegExp, specimen: string, strength: LogSign['strength']): LogSign => ({
  pattern,
  specimen: `postfix/smtp[961]: ${specimen}`,
  strength,
  program: /^postfix\S*\/smtp$/,
});

const delivery = (end: string) =>
  `2437A1A3CC0: to=<x@elsewhere.example>, relay=smarthost.example.test[192.0.2.30]:587, delay=0.12, delays=0.01/0.03/0.08/0, ${end}`;

const relayhostSet = parameter('relayhost', /./, 'relayhost is set');
const _plaintextForbidden = parameter(
  'smtp_sasl_security_options',
  /noplaintext/,
  'smtp_sasl_security_options says noplaintext, as it does by default',
  'noplaintext, noanonymous',
);

// A smarthost in the same container: an smtpd at a port of its own that wants a login, and hands what it takes to the
// mail exchanger of the outside world, past the relayhost.
const smarthost = (...options: readonly string[]): string => `cat >>/etc/postfix/master.cf <<'END'
2525 inet n - n - - smtpd
${[
  'syslog_name=smarthost',
  'myhostname=smarthost.example.test',
  'mynetworks=',
  'smtpd_client_restrictions=',
  'smtpd_sender_restrictions=',
  'smtpd_recipient_restrictions=',
  'smtpd_relay_restrictions=permit_sasl_authenticated,reject',
  'content_filter=smtp:[203.0.113.25]:25',
  ...options,
]
  .map((option) => `  -o ${option}`)
  .join('\n')}
END`;

const password = `echo '[127.0.0.1]:2525 alice:correct-horse-alice' >/etc/postfix/relay_password
postmap /etc/postfix/relay_password
postconf -e 'relayhost = [127.0.0.1]:2525' smtp_sasl_auth_enable=yes smtp_sasl_security_options=noanonymous \\
  smtp_sasl_password_maps=hash:/etc/postfix/relay_password`;

const noticedBy = ['open-relay/inside-anonymous-foreign'];

/** What keeps Postfix from speaking with the smarthost at all. */
export const relayClientConnection: readonly FailureMode[] = [
  {
    id: 'relay-client/port-465-without-wrapper-mode',
    kind: 'fault',
    title: 'relayhost is at port 465, where TLS comes first, and Postfix waits for a greeting',
    cause:
      'At port 465 the smarthost expects TLS at once. Without smtp_tls_wrappermode Postfix waits for a greeting in ' +
      'plain text that never comes, until its time is up after five minutes.',
    symptoms: {
      log: [
        smtp(
          /^(?:CLIENT wrappermode \(port smtps\/465\) is unimplemented$|SMTPS wrappermode \(TCP port 465\) requires setting )/,
          'SMTPS wrappermode (TCP port 465) requires setting "smtp_tls_wrappermode = yes", and "smtp_tls_security_level = encrypt" (or stronger)',
          'names',
        ),
      ],
      facts: [],
      client: 'Nothing: the mail is taken, and stays in the queue.',
    },
    repair: {
      words: 'Switch wrapper mode on (Postfix 3.0 and later), or use port 587.',
      commands: [
        'postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt',
        'systemctl reload postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `postconf -e 'relayhost = [203.0.113.25]:465'`,
      provoke: [mailFromInside],
      repair: 'postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://www.postfix.org/postconf.5.html#smtp_tls_wrappermode',
      'https://github.com/docker-mailserver/docker-mailserver/issues/1428',
    ],
  },
  {
    id: 'relay-client/tls-not-offered',
    kind: 'fault',
    title: 'Postfix insists on TLS, and the smarthost offers none',
    cause:
      'smtp_tls_security_level is encrypt or more, but the smarthost’s answer to EHLO has no STARTTLS: it is at the ' +
      'wrong port, has lost its certificate, or a firewall takes the word out of the answer.',
    symptoms: {
      log: [
        smtp(
          /status=deferred \(TLS is required, but was not offered by host \S+\)$/,
          delivery(
            'dsn=4.7.4, status=deferred (TLS is required, but was not offered by host smarthost.example.test[192.0.2.30])',
          ),
          'names',
        ),
      ],
      facts: [],
      client: 'Nothing: the mail is taken, and stays in the queue.',
    },
    repair: {
      words: 'See what the smarthost offers. For a smarthost on the same machine TLS may be optional.',
      commands: [
        'openssl s_client -starttls smtp -connect smarthost.example.test:587',
        'postconf -e smtp_tls_security_level=may   # only where nobody can listen in',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: `${smarthost('smtpd_tls_security_level=none', 'smtpd_use_tls=no')}
${password}
postconf -e smtp_tls_security_level=encrypt`,
      provoke: [mailFromInside],
      repair: 'postconf -e smtp_tls_security_level=may',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy,
    references: ['https://www.postfix.org/TLS_README.html#client_tls_encrypt'],
  },
  {
    id: 'relay-client/certificate-not-trusted',
    kind: 'fault',
    title: 'Postfix does not trust the smarthost’s certificate',
    cause:
      'smtp_tls_security_level is verify or secure: the certificate must come from an authority in smtp_tls_CAfile or ' +
      'smtp_tls_CApath, which are empty by default, and have the smarthost’s name. A self-signed one never does.',
    symptoms: {
      log: [
        smtp(
          /status=deferred \(Server certificate not (?:trusted|verified)\)$/,
          delivery('dsn=4.7.5, status=deferred (Server certificate not trusted)'),
          'names',
        ),
      ],
      facts: [],
      client: 'Nothing: the mail is taken, and stays in the queue.',
    },
    repair: {
      words: 'Name the authorities; for a self-signed certificate use level fingerprint, or encrypt.',
      commands: [
        'postconf -e smtp_tls_CAfile=/etc/pki/tls/certs/ca-bundle.crt   # Debian: /etc/ssl/certs/ca-certificates.crt',
        'systemctl reload postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `${smarthost()}
${password}
postconf -e smtp_tls_security_level=secure`,
      provoke: [mailFromInside],
      repair: 'postconf -e smtp_tls_security_level=may',
      toldBy: 'log',
    },
    versions: { from: '2.3' },
    noticedBy,
    references: ['https://www.postfix.org/TLS_README.html#client_tls_secure'],
  },
  {
    id: 'relay-client/relayhost-not-found',
    kind: 'fault',
    title: 'relayhost is a name that DNS does not have',
    cause:
      'The name of relayhost is misspelt, or exists only in the network of the provider, or in /etc/hosts, where Postfix ' +
      'does not look unless smtp_host_lookup says native. Without brackets it is looked up as a domain with MX records.',
    symptoms: {
      log: [
        smtp(
          /relay=none, .*status=deferred \(Host or domain name not found\. Name service error for name=\S+ type=(?:A|AAAA|MX): Host (?:or domain name )?not found/,
          '2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=0.2, delays=0.1/0.1/0/0, dsn=4.3.5, status=deferred (Host or domain name not found. Name service error for name=smarthost.example.test type=A: Host not found)',
          'suggests',
        ),
      ],
      facts: [relayhostSet],
      client: 'Nothing: the mail is taken, and stays in the queue.',
    },
    repair: {
      words: 'Correct the name; brackets for a host, none for a domain with MX records.',
      commands: [
        'postconf -h relayhost',
        "postconf -e 'relayhost = [smarthost.example.test]:587'",
        'systemctl reload postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `${smarthost()}
${password}
postconf -e 'relayhost = [smart-host.example.test]:587'`,
      provoke: [mailFromInside],
      repair: `postconf -e 'relayhost = [127.0.0.1]:2525'`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/postconf.5.html#relayhost'],
  },
  {
    id: 'relay-client/relayhost-does-not-answer',
    kind: 'fault',
    title: 'nothing listens where relayhost points',
    cause:
      'The smarthost is down, relayhost has the wrong port, or a provider blocks port 25 for its customers, as most do: ' +
      'then the connection times out instead of being refused. All mail stays in the queue.',
    symptoms: {
      log: [
        smtp(
          /^connect to \S+: (?:Connection refused|Connection timed out|No route to host|Network is unreachable)$/,
          'connect to smarthost.example.test[192.0.2.30]:25: Connection refused',
          'suggests',
        ),
      ],
      facts: [relayhostSet],
      client: 'Nothing: the mail is taken, and stays in the queue.',
    },
    repair: {
      words: 'Ask the provider for host and port; 587 is the usual one.',
      commands: [
        'nc -vz smarthost.example.test 587',
        "postconf -e 'relayhost = [smarthost.example.test]:587'",
        'systemctl reload postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `${smarthost()}
${password}
postconf -e 'relayhost = [127.0.0.1]:2526'`,
      provoke: [mailFromInside],
      repair: `postconf -e 'relayhost = [127.0.0.1]:2525'`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://www.postfix.org/postconf.5.html#relayhost'],
  },
];
