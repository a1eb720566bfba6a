import type { FactSign, FailureMode } from '../model/failure-mode';
import { mailFromInside } from './client-steps';
import {
  delivery,
  noticedBy,
  password,
  passwordTable,
  plainSmarthost,
  queued,
  relayhostSet,
  smarthost,
  smtp,
} from './relay-client-setup';
import { absent, parameter } from './signs';

const readme = 'https://www.postfix.org/SASL_README.html#client_sasl';

const noWorthyMechs = smtp(
  /^warning: SASL authentication failure: No worthy mechs found$/,
  'warning: SASL authentication failure: No worthy mechs found',
  'suggests',
);

const noMechanism = smtp(
  /status=deferred \(SASL authentication failed; cannot authenticate to server \S+: no mechanism available\)$/,
  delivery(
    'dsn=4.7.0, status=deferred (SASL authentication failed; cannot authenticate to server smarthost.example.test[192.0.2.30]: no mechanism available)',
  ),
  'accompanies',
);

const refusedBySmarthost = smtp(
  /status=(?:bounced|deferred) \(host \S+ said: [45]\d\d .*(?:Relay access denied|[Rr]elaying denied|[Aa]uthentication (?:is )?required|Access denied).*\(in reply to (?:MAIL FROM|RCPT TO) command\)\)$/,
  delivery(
    'dsn=5.7.1, status=bounced (host smarthost.example.test[192.0.2.30] said: 554 5.7.1 <x@elsewhere.example>: Relay access denied (in reply to RCPT TO command))',
  ),
  'suggests',
);

const loginOn = parameter('smtp_sasl_auth_enable', /^yes$/i, 'smtp_sasl_auth_enable is yes', 'no');
const plaintextForbidden = parameter(
  'smtp_sasl_security_options',
  /noplaintext/,
  'smtp_sasl_security_options says noplaintext, as it does by default',
  'noplaintext, noanonymous',
);
const plaintextAllowed: FactSign = {
  ...plaintextForbidden,
  words: 'smtp_sasl_security_options does not say noplaintext',
  holds: (facts) => {
    const forbidden = plaintextForbidden.holds(facts);
    return forbidden === undefined ? undefined : !forbidden;
  },
};

/** Postfix as the client that logs in: at a smarthost to which it hands all mail. */
export const relayClient: readonly FailureMode[] = [
  {
    id: 'relay-client/plaintext-forbidden',
    kind: 'fault',
    title: 'smtp_sasl_security_options forbids the only mechanisms of the smarthost',
    cause:
      'By default Postfix as a client sends no password in plain text (noplaintext), and most smarthosts offer PLAIN ' +
      'and LOGIN only. Inside TLS smtp_sasl_tls_security_options counts, which has the same value unless it is set. ' +
      'All mail stays in the queue.',
    symptoms: {
      log: [noWorthyMechs, noMechanism],
      facts: [plaintextForbidden, loginOn],
      client: queued,
    },
    repair: {
      words: 'Allow plain text, and make TLS a must so that nobody reads it.',
      commands: [
        'postconf -e smtp_sasl_security_options=noanonymous smtp_tls_security_level=encrypt',
        'systemctl reload postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `${plainSmarthost}
${password}
postconf -X smtp_sasl_security_options`,
      provoke: [mailFromInside],
      repair: 'postconf -e smtp_sasl_security_options=noanonymous',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [readme, 'https://github.com/bokysan/docker-postfix/issues/12'],
  },
  {
    id: 'relay-client/plug-ins-missing',
    kind: 'fault',
    title: 'the client’s SASL plug-ins for the smarthost’s mechanisms are not installed',
    cause:
      'Postfix as a client needs the same plug-ins as a server does: cyrus-sasl-plain on CentOS, libsasl2-modules on ' +
      'Debian, cyrus-sasl-login on Alpine. Without them it finds no mechanism that both sides know, and all mail stays ' +
      'in the queue.',
    symptoms: {
      log: [noWorthyMechs, noMechanism],
      facts: [absent('/usr/lib64/sasl2/libplain.so'), plaintextAllowed, loginOn],
      client: queued,
    },
    repair: {
      words: 'Install the plug-ins and restart.',
      commands: [
        'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
        'systemctl restart postfix',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `${plainSmarthost}
${password}
mkdir -p /root/plug-ins
mv /usr/lib64/sasl2/lib{plain,login}.* /root/plug-ins/`,
      provoke: [mailFromInside],
      repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [readme, 'https://github.com/juanluisbaptiste/docker-postfix/issues/21'],
  },
  {
    id: 'relay-client/mechanism-filter',
    kind: 'fault',
    title: 'smtp_sasl_mechanism_filter leaves none of the smarthost’s mechanisms',
    cause:
      'The filter names what the smarthost does not offer, or names of plug-in files: crammd5 for CRAM-MD5. What it ' +
      'leaves is nothing, and all mail stays in the queue.',
    symptoms: {
      log: [
        smtp(
          /^warning: \S+ offered no supported AUTH mechanisms: '/,
          "warning: smarthost.example.test[192.0.2.30]:587 offered no supported AUTH mechanisms: 'PLAIN LOGIN'",
          'names',
        ),
      ],
      facts: [],
      client: queued,
    },
    repair: {
      words: 'Empty the filter, or write the names as the smarthost’s EHLO does.',
      commands: ['postconf -X smtp_sasl_mechanism_filter', 'systemctl reload postfix', 'postqueue -f'],
    },
    reproduction: {
      inject: `${smarthost()}
${password}
postconf -e smtp_sasl_mechanism_filter=crammd5`,
      provoke: [mailFromInside],
      repair: 'postconf -X smtp_sasl_mechanism_filter',
      toldBy: 'log',
    },
    versions: { from: '2.2' },
    noticedBy,
    references: [
      'https://www.postfix.org/postconf.5.html#smtp_sasl_mechanism_filter',
      'https://github.com/bokysan/docker-postfix/issues/180',
    ],
  },
  {
    id: 'relay-client/wrong-password',
    kind: 'fault',
    title: 'the smarthost refuses the password',
    cause:
      'The password in smtp_sasl_password_maps is wrong, has been changed at the provider, or the provider wants one ' +
      'made for programs. It may also have been damaged on its way: a $ eaten by the shell or by Compose, a blank or a ' +
      '# in the file, a table that was edited and not built again. Mail stays in the queue.',
    symptoms: {
      log: [
        smtp(
          /status=(?:deferred|bounced) \(SASL authentication failed; server \S+ said: [45]\d\d/,
          delivery(
            'dsn=4.7.8, status=deferred (SASL authentication failed; server smarthost.example.test[192.0.2.30] said: 535 5.7.8 Error: authentication failed: authentication failure)',
          ),
          'names',
        ),
      ],
      facts: [],
      client: queued,
    },
    repair: {
      words: 'Ask the table what it says, correct it, build it, and send the queue.',
      commands: [
        "postmap -q '[smarthost.example.test]:587' hash:/etc/postfix/relay_password",
        'vi /etc/postfix/relay_password',
        'postmap hash:/etc/postfix/relay_password',
        'postqueue -f',
      ],
    },
    reproduction: {
      inject: `${plainSmarthost}
${password}
${passwordTable('alice:correct-horse')}`,
      provoke: [mailFromInside],
      repair: passwordTable(),
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [readme, 'https://github.com/loganmarchione/docker-postfixrelay/issues/64'],
  },
  {
    id: 'relay-client/password-under-another-name',
    kind: 'fault',
    title: 'the password table has the smarthost under another name than relayhost',
    cause:
      'Postfix looks the password up under relayhost exactly as it is written, brackets and port included, and then ' +
      'under the host’s name. With `[smarthost.example.test]:587` in one place and `smtp.example.test` in the other it ' +
      'finds none, does not log in, and the smarthost refuses to relay.',
    symptoms: {
      log: [refusedBySmarthost],
      facts: [relayhostSet, loginOn, parameter('smtp_sasl_password_maps', /./, 'smtp_sasl_password_maps is set')],
      client: 'A bounce: 554 5.7.1 Relay access denied, said by the smarthost',
    },
    repair: {
      words: 'Spell both alike.',
      commands: [
        'postconf -h relayhost',
        'postmap -q "$(postconf -h relayhost)" hash:/etc/postfix/relay_password',
        'vi /etc/postfix/relay_password; postmap hash:/etc/postfix/relay_password',
      ],
    },
    reproduction: {
      inject: `${smarthost()}
${password}
sed -i s/127.0.0.1/smarthost.example.test/ /etc/postfix/relay_password
postmap hash:/etc/postfix/relay_password`,
      provoke: [mailFromInside],
      repair: `sed -i s/smarthost.example.test/127.0.0.1/ /etc/postfix/relay_password
postmap hash:/etc/postfix/relay_password`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [readme, 'https://github.com/tarickb/sasl-xoauth2/issues/96'],
  },
  {
    id: 'relay-client/login-not-enabled',
    kind: 'fault',
    title: 'relayhost is set, but smtp_sasl_auth_enable is not',
    cause:
      'The password is in its table, but Postfix as a client logs in only with smtp_sasl_auth_enable = yes. ' +
      'smtpd_sasl_auth_enable, one letter longer, is the server’s side. The smarthost takes the mail for a stranger’s.',
    symptoms: {
      log: [refusedBySmarthost],
      facts: [
        relayhostSet,
        { ...loginOn, words: 'smtp_sasl_auth_enable is no, as it is by default', holds: not(loginOn) },
      ],
      client: 'A bounce: 554 5.7.1 Relay access denied, or 530 5.7.0 Authentication required, said by the smarthost',
    },
    repair: {
      words: 'Switch it on.',
      commands: ['postconf -e smtp_sasl_auth_enable=yes', 'systemctl reload postfix'],
    },
    reproduction: {
      inject: `${smarthost()}
${password}
postconf -X smtp_sasl_auth_enable`,
      provoke: [mailFromInside],
      repair: 'postconf -e smtp_sasl_auth_enable=yes',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [readme],
  },
  {
    id: 'relay-client/password-table-unusable',
    kind: 'fault',
    title: 'the table of passwords for the smarthost can’t be read',
    cause:
      'smtp_sasl_password_maps names a table that was not built with postmap, or of a type that this Postfix does not ' +
      'have. Postfix does not go on without it; all mail stays in the queue.',
    symptoms: {
      log: [
        smtp(
          /^warning: \w+: smtp_sasl_passw(?:or)?d(?:_maps)? lookup error$/,
          'warning: 7632D1EE1D3: smtp_sasl_password_maps lookup error',
          'names',
        ),
        smtp(
          /^(?:error|warning): (?:(?:\S+ is unavailable\. )?(?:open database \S+: |unsupported dictionary type: )|\S+ lookup error for ")/,
          'error: open database /etc/postfix/relay_password.db: No such file or directory',
          'accompanies',
        ),
      ],
      facts: [],
      client: queued,
    },
    repair: {
      words: 'Build the table, with a type that postconf -m lists.',
      commands: ['postmap hash:/etc/postfix/relay_password', 'postqueue -f'],
    },
    reproduction: {
      inject: `${smarthost()}
${password}
rm /etc/postfix/relay_password.db`,
      provoke: [mailFromInside],
      repair: 'postmap hash:/etc/postfix/relay_password',
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [readme, 'https://github.com/Mailu/Mailu/pull/1918', 'https://github.com/tozd/docker-postfix/issues/8'],
  },
];

function not(fact: FactSign): FactSign['holds'] {
  return (facts) => {
    const holds = fact.holds(facts);
    return holds === undefined ? undefined : !holds;
  };
}
