import type { FailureMode } from '../model/failure-mode';
import { mailFromInside } from './client-steps';
import {
  delivery,
  noticedBy,
  password,
  plainSmarthost,
  queued,
  relayhostSet,
  smarthost,
  smtp,
} from './relay-client-setup';

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
      client: queued,
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
    id: 'relay-client/wrapper-mode-at-starttls-port',
    kind: 'fault',
    title: 'smtp_tls_wrappermode is on, and the smarthost’s port begins in plain text',
    cause:
      'With smtp_tls_wrappermode Postfix begins with TLS, which belongs to port 465. At 587 and 25 the smarthost answers ' +
      'with its greeting in plain text, and OpenSSL calls that a wrong version number. All mail stays in the queue.',
    symptoms: {
      log: [
        smtp(
          /^warning: TLS library problem: (?:\d+:)?error:[0-9A-F]+:SSL routines:[^:]*:(?:wrong version number|unknown protocol):/,
          'warning: TLS library problem: error:0A00010B:SSL routines::wrong version number:../ssl/record/ssl3_record.c:354:',
          'names',
        ),
      ],
      facts: [],
      client: queued,
    },
    repair: {
      words: 'At 587 leave wrapper mode off: STARTTLS is used by itself. Or use the smarthost’s port 465.',
      commands: ['postconf -e smtp_tls_wrappermode=no', 'systemctl reload postfix', 'postqueue -f'],
    },
    reproduction: {
      inject: `${plainSmarthost}
${password}
postconf -e smtp_tls_wrappermode=yes smtp_tls_security_level=encrypt`,
      provoke: [mailFromInside],
      repair: 'postconf -e smtp_tls_wrappermode=no smtp_tls_security_level=may',
      toldBy: 'log',
    },
    versions: { from: '3.0' },
    noticedBy,
    references: [
      'https://www.postfix.org/postconf.5.html#smtp_tls_wrappermode',
      'https://github.com/loganmarchione/docker-postfixrelay/issues/59',
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
      client: queued,
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
      client: queued,
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
      client: queued,
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
      client: queued,
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
