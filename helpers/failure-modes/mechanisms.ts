import type { FailureMode, LogSign } from '../model/failure-mode';
import { asksSaslauthd, loginOfUser, loginRefused, refusal } from './saslauthd-setup';
import { parameter, saslOption } from './signs';

const noMechanism = '535 5.7.8 Error: authentication failed: no mechanism available';

const notFound = (mechanisms: string, example: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(`^warning: SASL authentication failure: Couldn't find mech (?:${mechanisms})$`, 'i'),
  specimen: `postfix/submission/smtpd[1253]: warning: SASL authentication failure: Couldn't find mech ${example}`,
  strength,
});

const notAvailable: LogSign = {
  pattern: /^warning: \S+: SASL \S+ authentication failed: no mechanism available(?:, sasl_username=.*)?$/,
  specimen:
    'postfix/submission/smtpd[1253]: warning: client.outside.example[198.51.100.7]: SASL LOGIN authentication failed: no mechanism available, sasl_username=(unavailable)',
  strength: 'accompanies',
};

const refusedWith = (mechanisms: string, example: string): LogSign => ({
  pattern: new RegExp(
    `^warning: \\S+: SASL (?:${mechanisms}) authentication failed: authentication failure(?:, sasl_username=.*)?$`,
  ),
  specimen: `postfix/submission/smtpd[2160]: warning: client.outside.example[198.51.100.7]: SASL ${example} authentication failed: authentication failure, sasl_username=alice@example.test`,
  strength: 'suggests',
});

const noAuxprops: LogSign = {
  pattern: /^warning: SASL authentication failure: (?:unable to canonify user and get auxprops|no secret in database)$/,
  specimen:
    'postfix/submission/smtpd[1387]: warning: SASL authentication failure: unable to canonify user and get auxprops',
  strength: 'accompanies',
};

const passwords = 'PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|SCRAM-\\S+';
const noComma = saslOption('mech_list', /^[^,]*$/, 'mech_list of smtpd.conf has no comma');
const onlySaslauthd = saslOption('pwcheck_method', /^saslauthd$/, 'pwcheck_method of smtpd.conf is saslauthd');

// base64 of `n,,n=alice,r=fyko-d2lbbFgONRv9qkxdawL`, without a password in it.
const scramFirst = 'biwsbj1hbGljZSxyPWZ5a28tZDJsYmJGZ09OUnY5cWt4ZGF3TA==';

const withoutSasldb = `saslpasswd2 -d -u example.test alice`;
const mechList = (list: string) => `sed -i 's/^mech_list:.*/mech_list: ${list}/' /etc/sasl2/smtpd.conf`;

const saslManual = 'https://www.postfix.org/SASL_README.html#server_cyrus';
const optionsManual = 'https://www.cyrusimap.org/sasl/sasl/options.html';

/** The client and the server don't agree on a mechanism, or on one that cannot work. */
export const mechanisms: readonly FailureMode[] = [
  {
    id: 'mechanisms/not-offered',
    kind: 'client',
    title: 'a client uses a mechanism that the server does not offer',
    cause:
      'The client does not go by the AUTH line of EHLO: many devices and some programs know LOGIN only and try it ' +
      'anyway. The server has it neither in mech_list nor, perhaps, installed; the packages of CentOS bring PLAIN and ' +
      'LOGIN apart from CRAM-MD5 and DIGEST-MD5.',
    symptoms: {
      log: [notFound(passwords, 'LOGIN', 'suggests'), notAvailable],
      facts: [noComma],
      client: noMechanism,
    },
    repair: {
      words: 'Offer what the client can do, LOGIN being the usual one, or set the client to another method.',
      commands: [
        "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'yum install cyrus-sasl-plain   # if it is not installed; Debian: apt-get install libsasl2-modules',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'mech_list: plain\\n' >/etc/sasl2/smtpd.conf",
      provoke: [{ kind: 'lines', lines: ['AUTH LOGIN'] }],
      repair: mechList('plain login'),
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: [
      'https://github.com/docker-mailserver/docker-mailserver/issues/47',
      'https://www.rfc-editor.org/rfc/rfc4954#section-4',
    ],
  },
  {
    id: 'mechanisms/oauth-asked-for',
    kind: 'client',
    title: 'a client wants to log in with an OAuth token',
    cause:
      'The account in the mail program is set to OAuth2, as it must be for some large providers. A server with Cyrus ' +
      'SASL and passwords of its own has neither XOAUTH2 nor OAUTHBEARER.',
    symptoms: {
      log: [notFound('XOAUTH2|OAUTHBEARER', 'XOAUTH2', 'names'), notAvailable],
      facts: [],
      client: noMechanism,
    },
    repair: {
      words: 'Set the method in the client to "normal password", with TLS. The server needs nothing.',
      commands: [],
    },
    reproduction: {
      inject: '',
      provoke: [{ kind: 'lines', lines: ['AUTH XOAUTH2 dXNlcj1hbGljZQ=='] }],
      repair: '',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.rfc-editor.org/rfc/rfc7628'],
  },
  {
    id: 'mechanisms/domain-login-asked-for',
    kind: 'client',
    title: 'a client wants to log in with its Windows or Kerberos identity',
    cause:
      'The program is set to "secure password authentication" or "Kerberos", which mean NTLM and GSSAPI, and this ' +
      'server has neither. Bots ask for NTLM too.',
    symptoms: {
      log: [notFound('NTLM|GSSAPI|GSS-SPNEGO|GS2-\\S+|KERBEROS_V4', 'NTLM', 'names'), notAvailable],
      facts: [],
      client: noMechanism,
    },
    repair: {
      words: 'Switch "secure password authentication" off in the client, and use TLS. The server needs nothing.',
      commands: [],
    },
    reproduction: { inject: '', provoke: [{ kind: 'lines', lines: ['AUTH NTLM'] }], repair: '', toldBy: 'log' },
    versions: {},
    noticedBy: [],
    references: ['https://www.rfc-editor.org/rfc/rfc4752', 'https://www.rfc-editor.org/rfc/rfc4954#section-4'],
  },
  {
    id: 'mechanisms/plain-text-forbidden',
    kind: 'fault',
    title: 'smtpd_sasl_security_options forbids PLAIN and LOGIN, and other mechanisms are left',
    cause:
      '`noplaintext` takes PLAIN and LOGIN off the list; CRAM-MD5 or another one is left, so smtpd starts and offers ' +
      'that alone. Clients that send a password as it is are told to encrypt, although TLS helps only where ' +
      'smtpd_sasl_tls_security_options allows it.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: \S+: SASL \S+ authentication failed: encryption needed to use mechanism(?:, sasl_username=.*)?$/,
          specimen:
            'postfix/submission/smtpd[1294]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: encryption needed to use mechanism, sasl_username=(unavailable)',
          strength: 'names',
        },
      ],
      facts: [parameter('smtpd_sasl_security_options', /noplaintext/, 'smtpd_sasl_security_options has noplaintext')],
      client: '535 5.7.8 Error: authentication failed: encryption needed to use mechanism',
    },
    repair: {
      words: 'Allow passwords as they are inside TLS only, and offer no login outside of it.',
      commands: [
        'postconf -e "smtpd_sasl_tls_security_options = noanonymous" smtpd_tls_auth_only=yes',
        'systemctl reload postfix',
      ],
    },
    reproduction: {
      inject: "postconf -e 'smtpd_sasl_security_options = noanonymous, noplaintext'",
      provoke: [loginOfUser],
      repair: "postconf -e 'smtpd_sasl_security_options = noanonymous'",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://www.postfix.org/postconf.5.html#smtpd_sasl_security_options'],
  },
  {
    id: 'mechanisms/md5-with-saslauthd',
    kind: 'fault',
    title: 'CRAM-MD5 and DIGEST-MD5 are offered, and the passwords are behind saslauthd',
    cause:
      'saslauthd can be asked only whether a password is right. CRAM-MD5 and DIGEST-MD5 never send it: the server must ' +
      'know it, and looks into sasldb2, where these users are not. PLAIN and LOGIN work, so it hits clients that ' +
      'prefer "encrypted password". Older Cyrus SASL says that there is no secret in the database, newer says nothing.',
    symptoms: {
      log: [refusedWith('CRAM-MD5|DIGEST-MD5', 'CRAM-MD5'), noAuxprops],
      facts: [onlySaslauthd, saslOption('mech_list', /^$|-md5/i, 'mech_list is unset or names CRAM-MD5 or DIGEST-MD5')],
      client: refusal,
    },
    repair: {
      words: 'Offer PLAIN and LOGIN only, inside TLS; or keep the users in sasldb2.',
      commands: [
        "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `${asksSaslauthd}
${mechList('plain login cram-md5 digest-md5')}
${withoutSasldb}`,
      provoke: [
        { kind: 'mail', login: { mechanism: 'CRAM-MD5', password: 'right' } },
        { kind: 'mail', login: { mechanism: 'DIGEST-MD5', password: 'right' } },
      ],
      repair: mechList('plain login'),
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/cram-md5-on-587-before-tls', 'authenticated-relay/digest-md5-on-587-before-tls'],
    references: ['https://www.postfix.org/SASL_README.html#saslauthd', 'https://www.rfc-editor.org/rfc/rfc2195'],
  },
  {
    id: 'mechanisms/scram-with-saslauthd',
    kind: 'fault',
    title: 'SCRAM is offered, and the passwords are behind saslauthd',
    cause:
      'As with CRAM-MD5, the server must know a secret of the user: SCRAM looks into sasldb2, and saslauthd is never ' +
      'asked. mech_list is not set or names SCRAM, and Debian’s libsasl2-modules brings it, so modern clients choose ' +
      'it first and fail.',
    symptoms: {
      log: [refusedWith('SCRAM-SHA-\\S+', 'SCRAM-SHA-256'), noAuxprops],
      facts: [onlySaslauthd, saslOption('mech_list', /^$|scram/i, 'mech_list is unset or names SCRAM')],
      client: refusal,
    },
    repair: {
      words: 'Offer PLAIN and LOGIN only, inside TLS; or keep the users in sasldb2.',
      commands: [
        "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      needs: '/usr/lib64/sasl2/libscram.so',
      inject: `${asksSaslauthd}
${mechList('plain login scram-sha-1')}
${withoutSasldb}`,
      provoke: [{ kind: 'lines', lines: [`AUTH SCRAM-SHA-1 ${scramFirst}`] }],
      repair: mechList('plain login'),
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: [],
    references: ['https://github.com/cyrusimap/cyrus-sasl/issues/545', 'https://www.rfc-editor.org/rfc/rfc5802'],
  },
  {
    id: 'mechanisms/digest-realm-changed',
    kind: 'client',
    title: 'a DIGEST-MD5 client insists on a realm that the server did not offer',
    cause:
      'In DIGEST-MD5 the server names its realm, which Postfix takes from smtpd_sasl_local_domain or $myhostname, and ' +
      'the client must answer with that one. The client has another one set, most often that of before the server was ' +
      'renamed. RFC 6331 has retired DIGEST-MD5, and Cyrus SASL is dropping it.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL authentication failure: realm changed: authentication aborted$/,
          specimen: 'postfix/smtpd[4630]: warning: SASL authentication failure: realm changed: authentication aborted',
          strength: 'names',
        },
        loginRefused,
      ],
      facts: [],
      client: refusal,
    },
    repair: {
      words: 'Clear the realm in the client, or stop offering DIGEST-MD5.',
      commands: [
        "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    unreproduced:
      'Cyrus SASL 2.1.28 takes another realm for that of another user and refuses as with an unknown name; the line is ' +
      'from reports of older versions.',
    versions: {},
    noticedBy: [],
    references: ['https://www.rfc-editor.org/rfc/rfc2831#section-2.1.2', 'https://www.rfc-editor.org/rfc/rfc6331'],
  },
  {
    id: 'mechanisms/ntlm-offered',
    kind: 'fault',
    title: 'NTLM is offered without anything behind it',
    cause:
      'mech_list is not set, so every installed mechanism is offered, NTLM among them. Windows programs choose it ' +
      'first, and ask for the password again and again; for them the server has no secret it could check against.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL authentication failure: client didn't issue valid NTLM response$/,
          specimen:
            "postfix/smtpd[2450]: warning: SASL authentication failure: client didn't issue valid NTLM response",
          strength: 'names',
        },
      ],
      facts: [saslOption('mech_list', /^$|ntlm/i, 'mech_list is unset or names NTLM')],
      client: '535 5.7.8 Error: authentication failed: bad protocol / cancel',
    },
    repair: {
      words: 'Name the mechanisms that are meant.',
      commands: [
        "echo 'mech_list: plain login' >>/etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    unreproduced: 'The NTLM plug-in is in none of the packages of the how-to’s server, and not in our images.',
    versions: {},
    noticedBy: [],
    references: [optionsManual, saslManual],
  },
  {
    id: 'mechanisms/gssapi-without-keytab',
    kind: 'fault',
    title: 'GSSAPI is offered, and the server has no key of a Kerberos realm',
    cause:
      'The GSSAPI plug-in is installed, often by a meta-package, and mech_list is not set, so it is offered. Clients ' +
      'that have a ticket choose it first, and the server finds no keytab.',
    symptoms: {
      log: [
        {
          pattern: /^warning: SASL authentication failure: GSSAPI Error: /,
          specimen:
            "postfix/smtpd[2450]: warning: SASL authentication failure: GSSAPI Error: No credentials were supplied, or the credentials were unavailable or inaccessible (Key table file '/etc/krb5.keytab' not found)",
          strength: 'names',
          program: /smtpd$/,
        },
      ],
      facts: [saslOption('mech_list', /^$|gs/i, 'mech_list is unset or names GSSAPI')],
      client: '454 4.7.0 Temporary authentication failure: generic failure; before Postfix 3.2: 535 5.7.8',
    },
    repair: {
      words: 'Name the mechanisms that are meant, or remove the plug-in.',
      commands: [
        "echo 'mech_list: plain login' >>/etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'yum remove cyrus-sasl-gssapi   # Debian: apt-get remove libsasl2-modules-gssapi-mit',
        'systemctl restart postfix',
      ],
    },
    unreproduced: 'The GSSAPI plug-in is a package of its own that the how-to’s server, and our images, do not have.',
    versions: {},
    noticedBy: [],
    references: ['https://www.rfc-editor.org/rfc/rfc4752', optionsManual],
  },
];
