import type { FactSign, FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import { isFile } from './sasl-files';
import {
  allFiltered,
  diedAtStart,
  droppedWithoutGreeting,
  mechListFact,
  offerable,
  passwordPlugIns,
  plugInPresent,
  plugInsAbsent,
  securityOption,
  silence,
} from './sasl-mechanisms';
import { absent, alone, died, parameter, throttled } from './signs';

const manual = 'https://www.postfix.org/postconf.5.html';
const saslReadme = 'https://www.postfix.org/SASL_README.html';
const noticedBy = ['no-mechanisms/usable-on-587'] as const;
const filtered = [allFiltered, died, throttled] as const;

/** What SASL could offer is of this kind. */
function offers(words: string, judge: (names: readonly string[]) => boolean): FactSign {
  return {
    words,
    look: 'grep ^mech_list /etc/sasl2/smtpd.conf; ls /usr/lib64/sasl2',
    holds: (facts) => {
      const names = offerable(facts);
      return names && judge(names);
    },
  };
}

const onlyClearText = offers(
  'besides ANONYMOUS and EXTERNAL, SASL has only PLAIN and LOGIN to offer',
  (names) =>
    names.some((name) => clearText.test(name)) && names.every((name) => clearText.test(name) || bare.test(name)),
);
const clearText = /^(?:PLAIN|LOGIN)$/;
const bare = /^(?:ANONYMOUS|EXTERNAL)$/;

const loginOnlyInTls = parameter('smtpd_tls_auth_only', /^yes$/i, 'smtpd_tls_auth_only is yes', 'no');
const loginBeforeTls: FactSign = {
  ...parameter('smtpd_tls_auth_only', /^(?!yes$)/i, 'smtpd_tls_auth_only is not yes', 'no'),
};

/** smtpd ends because nothing that SASL offers passes its options, or because it does not understand its settings. */
export const noMechanismsFiltered: readonly FailureMode[] = [
  {
    id: 'no-mechanisms/only-anonymous-left',
    kind: 'fault',
    title: 'mech_list is commented out, and no plug-in takes a password: only ANONYMOUS is left',
    cause:
      "This is the how-to's repair on a server that lacks the plug-ins: without mech_list all installed mechanisms count, " +
      'and the SASL library alone has just ANONYMOUS. `noanonymous` takes that away too, and smtpd ends as before. ' +
      'What is missing is a package: `cyrus-sasl-plain` on CentOS, `libsasl2-modules` on Debian.',
    symptoms: {
      log: filtered,
      facts: [
        mechListFact('mech_list is not set', (list) => list.length === 0),
        plugInsAbsent(passwordPlugIns, 'none of the plug-ins for passwords is there'),
        plugInPresent(['anonymous', 'sasldb'], 'the plug-ins of the library itself are there'),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Install the plug-ins and restart Postfix: a reload does not lift the throttling.',
      commands: [
        'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `mkdir -p /root/plug-ins
mv /usr/lib64/sasl2/lib{plain,login,crammd5,digestmd5,scram}.* /root/plug-ins/`,
      provoke: [mailOfUser],
      repair: 'mv /root/plug-ins/* /usr/lib64/sasl2/',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/mech-list-external-only',
    kind: 'fault',
    title: 'mech_list names only EXTERNAL or ANONYMOUS',
    cause:
      'EXTERNAL needs an identity that smtpd does not hand to Cyrus SASL, and ANONYMOUS is what `noanonymous` is ' +
      'against. Both are known to SASL, so its list is not empty, but nothing of it remains for a client.',
    symptoms: {
      log: filtered,
      facts: [
        mechListFact('mech_list has only EXTERNAL and ANONYMOUS', (list) => {
          return list.length > 0 && list.every((word) => bare.test(word.toUpperCase()));
        }),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Name mechanisms that take a password, and restart Postfix.',
      commands: [
        "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'pwcheck_method: auxprop\\nmech_list: external\\n' >/etc/sasl2/smtpd.conf",
      provoke: [mailOfUser],
      repair: "sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf",
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: ['https://www.rfc-editor.org/rfc/rfc4422#appendix-A', saslReadme],
  },
  {
    id: 'no-mechanisms/noplaintext-before-tls',
    kind: 'fault',
    title: 'noplaintext forbids PLAIN and LOGIN, and there is nothing else',
    cause:
      '`smtpd_sasl_security_options = noanonymous, noplaintext` forbids on an unencrypted connection what sends the ' +
      'password as it is. With PLAIN and LOGIN as the only mechanisms the list is empty when a client connects, long ' +
      'before STARTTLS, and smtpd ends. The option is meant together with CRAM-MD5 or the like.',
    symptoms: {
      log: filtered,
      facts: [
        securityOption('smtpd_sasl_security_options', ['noplaintext', 'noactive']),
        onlyClearText,
        loginBeforeTls,
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words:
        'To keep passwords off unencrypted connections, hide AUTH there with smtpd_tls_auth_only, and let the options of ' +
        'TLS sessions be noanonymous.',
      commands: [
        'postconf -e smtpd_tls_auth_only=yes smtpd_sasl_tls_security_options=noanonymous',
        '# or, to allow clear text before TLS as well: postconf -e smtpd_sasl_security_options=noanonymous',
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,noplaintext`,
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [
      'https://github.com/canonical/ubuntu-server-documentation/pull/48',
      `${manual}#smtpd_sasl_security_options`,
    ],
  },
  {
    id: 'no-mechanisms/noplaintext-in-tls',
    kind: 'fault',
    title: 'noplaintext is in force inside TLS as well, and there is only PLAIN and LOGIN',
    cause:
      'smtpd_sasl_tls_security_options is a copy of smtpd_sasl_security_options unless it is set, so `noplaintext` also ' +
      'rules the sessions in which it serves no purpose. With smtpd_tls_auth_only nothing is wrong until the TLS ' +
      'handshake is over; then smtpd finds its list empty and ends in the middle of the session.',
    symptoms: {
      log: filtered,
      facts: [
        {
          words: 'the options of TLS sessions, set or inherited, have noplaintext',
          look: 'postconf smtpd_sasl_tls_security_options smtpd_sasl_security_options',
          holds: (facts) => {
            if (!facts.mainCf) return undefined;
            const own = facts.mainCf.get('smtpd_sasl_tls_security_options')?.value;
            const inherits = own === undefined || own.includes('$smtpd_sasl_security_options');
            const name = inherits ? 'smtpd_sasl_security_options' : 'smtpd_sasl_tls_security_options';
            return securityOption(name, ['noplaintext', 'noactive']).holds(facts);
          },
        },
        onlyClearText,
        loginOnlyInTls,
      ],
      client:
        'Greeting, EHLO and the TLS handshake succeed; after the handshake the connection closes without a reply.',
    },
    repair: {
      words: 'Give the sessions in TLS options of their own, and restart Postfix.',
      commands: ['postconf -e smtpd_sasl_tls_security_options=noanonymous', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,noplaintext smtpd_tls_auth_only=yes`,
      provoke: [{ ...mailOfUser, tls: 'starttls' }],
      repair:
        'postconf -e smtpd_sasl_tls_security_options=noanonymous smtpd_sasl_security_options=noanonymous smtpd_tls_auth_only=no',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-after-starttls'],
    references: [`${manual}#smtpd_sasl_tls_security_options`],
  },
  {
    id: 'no-mechanisms/mutual-auth',
    kind: 'fault',
    title: 'mutual_auth is asked for, and no mechanism here proves the server to the client',
    cause:
      '`mutual_auth` leaves only mechanisms in which the server, too, shows that it knows the password: DIGEST-MD5, SCRAM ' +
      'and GSSAPI. Where mech_list or the installed plug-ins have none of them, nothing remains and smtpd ends.',
    symptoms: {
      log: filtered,
      facts: [
        securityOption('smtpd_sasl_security_options', ['mutual_auth']),
        offers('SASL has neither DIGEST-MD5 nor SCRAM nor GSSAPI to offer', (names) => {
          return !names.some((name) => /^(?:DIGEST-MD5|SCRAM-|GSSAPI|GSS-SPNEGO|GS2-)/.test(name));
        }),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words:
        'Take the option away (TLS with a certificate proves the server), or install cyrus-sasl-md5 or cyrus-sasl-scram.',
      commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login cram-md5\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_security_options=noanonymous,mutual_auth`,
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [`${manual}#smtpd_sasl_security_options`],
  },
  {
    id: 'no-mechanisms/options-too-strict',
    kind: 'fault',
    title: 'nodictionary or forward_secrecy is asked for, which no mechanism with a password fulfils',
    cause:
      'The options read like good advice, but every mechanism that starts from a password can be attacked with a ' +
      'dictionary, and none of them has forward secrecy. Without GSSAPI or the like nothing remains, and smtpd ends ' +
      'when the first client connects. Both are properties for TLS to have.',
    symptoms: {
      log: filtered,
      facts: [
        securityOption('smtpd_sasl_security_options', ['nodictionary', 'forward_secrecy']),
        plugInsAbsent(['gssapiv2'], 'the plug-in of GSSAPI is not there'),
      ],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Leave it at noanonymous, and protect the passwords by TLS.',
      commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_sasl_security_options=noanonymous,nodictionary',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy,
    references: [`${manual}#smtpd_sasl_security_options`],
  },
  {
    id: 'no-mechanisms/mechanism-filter',
    kind: 'fault',
    title: 'smtpd_sasl_mechanism_filter lets no mechanism through',
    cause:
      'The filter is applied to what SASL offers, and smtpd says that it has discarded everything and ends. A common way ' +
      'is a list of names with `!` and nothing at its end: what matches no entry is discarded too.',
    symptoms: {
      log: [
        {
          pattern: /^fatal: smtpd_sasl_mechanism_filter discards all mechanisms in '/,
          specimen: "postfix/smtpd[3751]: fatal: smtpd_sasl_mechanism_filter discards all mechanisms in 'PLAIN LOGIN'",
          strength: 'names',
        },
        throttled,
      ],
      facts: [],
      client: droppedWithoutGreeting,
    },
    repair: {
      words: 'Let the filter end with `static:rest`, or go back to the default.',
      commands: ["postconf -e 'smtpd_sasl_mechanism_filter=!external, static:rest'", 'systemctl restart postfix'],
    },
    reproduction: {
      inject: "postconf -e 'smtpd_sasl_mechanism_filter=!external, !anonymous'",
      provoke: [mailOfUser],
      repair: "postconf -e 'smtpd_sasl_mechanism_filter=!external, static:rest'",
      toldBy: 'log',
    },
    versions: { from: '3.6' },
    noticedBy,
    references: [`${manual}#smtpd_sasl_mechanism_filter`],
  },
  {
    id: 'no-mechanisms/unknown-sasl-type',
    kind: 'fault',
    title: 'smtpd_sasl_type names a SASL that this Postfix does not have',
    cause:
      'The type is `cyrus` or `dovecot`, and of these only what the package was built with. Typing errors, the name of a ' +
      'daemon such as `saslauthd` (which belongs in smtpd.conf, as pwcheck_method), or a build without Cyrus make smtpd ' +
      'end before it accepts a connection.',
    symptoms: {
      log: [
        {
          pattern: /^warning: unsupported SASL server implementation: /,
          specimen: 'postfix/smtpd[142]: warning: unsupported SASL server implementation: saslauthd',
          strength: 'names',
        },
        diedAtStart,
        throttled,
      ],
      facts: [],
      client: silence,
    },
    repair: {
      words: 'Use one of the types that `postconf -a` lists, and restart Postfix.',
      commands: ['postconf -a', 'postconf -e smtpd_sasl_type=cyrus', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_sasl_type=saslauthd',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_type=cyrus',
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [`${manual}#smtpd_sasl_type`],
  },
  {
    id: 'no-mechanisms/smtpd-conf-syntax',
    kind: 'fault',
    title: 'smtpd.conf has a line that SASL can not read',
    cause:
      'Every line of smtpd.conf is `key: value`, beginning with an ASCII letter. `key = value` as in main.cf, a line ' +
      'without a colon, `mech_list:` without a value, or a full-width space from a web page at its beginning make SASL ' +
      'refuse the whole file, and smtpd ends before it accepts a connection. SASL before 2.1.27 says `generic failure`, ' +
      'later ones give the reason; neither says which line.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: SASL per-process initialization failed: (?:error when parsing configuration file|generic failure)$/,
          specimen:
            'postfix/smtpd[507]: warning: SASL per-process initialization failed: error when parsing configuration file',
          strength: 'names',
        },
        diedAtStart,
        throttled,
      ],
      facts: [],
      client: silence,
    },
    repair: {
      words: 'Find the lines that are not `key: value`, write them so, and restart Postfix.',
      commands: [
        "grep -vnE '^([A-Za-z][A-Za-z0-9_-]*:[[:space:]]*[^[:space:]]|#|[[:space:]]*$)' /etc/sasl2/smtpd.conf   # Debian: /etc/postfix/sasl/smtpd.conf",
        "sed -i 's/^\\([a-z_]*\\) *= */\\1: /' /etc/sasl2/smtpd.conf",
        'systemctl restart postfix',
      ],
    },
    reproduction: {
      inject: "printf 'pwcheck_method = auxprop\\nmech_list = plain login\\n' >/etc/sasl2/smtpd.conf",
      provoke: [mailOfUser],
      repair: "sed -i 's/^\\([a-z_]*\\) *= */\\1: /' /etc/sasl2/smtpd.conf",
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [saslReadme],
  },
  {
    id: 'no-mechanisms/unknown-security-option',
    kind: 'fault',
    title: 'smtpd_sasl_security_options has a word that Postfix does not know',
    cause:
      'A typing error such as `noanonymus`, or an option of another program, in smtpd_sasl_security_options or ' +
      'smtpd_sasl_tls_security_options. smtpd does not pass over what could be a wish for safety: it ends when a client ' +
      'connects, or, for the options of TLS, after the handshake.',
    symptoms: {
      log: [
        {
          pattern: /^warning: unknown SASL security options value "[^"]*" in "/,
          specimen:
            'postfix/smtpd[1663]: warning: unknown SASL security options value "noplain" in "noanonymous,noplain"',
          strength: 'names',
          program: /\/smtpd$/,
        },
        {
          pattern:
            /^(?:warning: bad per-session SASL security properties|fatal: SASL per-connection initialization failed)$/,
          specimen: 'postfix/smtpd[1663]: fatal: SASL per-connection initialization failed',
          strength: 'accompanies',
        },
        throttled,
      ],
      facts: [],
      client: droppedWithoutGreeting,
    },
    repair: {
      words:
        'Correct the word: noplaintext, noactive, nodictionary, noanonymous, forward_secrecy, mutual_auth are all there are.',
      commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: 'postconf -e smtpd_sasl_security_options=noanonymous,noplain',
      provoke: [mailOfUser],
      repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
      toldBy: 'log',
    },
    versions: {},
    noticedBy,
    references: [`${manual}#smtpd_sasl_security_options`],
  },
  {
    id: 'no-mechanisms/built-without-sasl',
    kind: 'fault',
    title: 'this Postfix was built without SASL',
    cause:
      'smtpd_sasl_auth_enable is yes, but the program knows no SASL: Postfix from its source has neither Cyrus nor ' +
      'Dovecot support unless it is asked for. It goes on without AUTH.',
    symptoms: {
      log: [
        {
          pattern: /^warning: smtpd_sasl_auth_enable is true, but SASL support is not compiled in$/,
          specimen: 'postfix/smtpd[16]: warning: smtpd_sasl_auth_enable is true, but SASL support is not compiled in',
          strength: 'names',
        },
      ],
      facts: [],
      client: 'EHLO without AUTH; the command AUTH is answered by `502 5.5.1 Error: command not implemented`.',
    },
    repair: {
      words: "Use a distribution's package, or build with SASL.",
      commands: [
        'postconf -a',
        `make makefiles CCARGS='-DUSE_SASL_AUTH -DUSE_CYRUS_SASL -I/usr/include/sasl' AUXLIBS=-lsasl2 && make upgrade`,
      ],
    },
    unreproduced: 'The Postfix of every image is built with SASL, as that of every distribution is.',
    versions: {},
    noticedBy,
    references: [`${saslReadme}#build_sasl`],
  },
  {
    id: 'no-mechanisms/sasl-path-is-a-path',
    kind: 'fault',
    title: 'smtpd_sasl_path holds a file or folder where Cyrus SASL wants a name',
    cause:
      'With Cyrus, smtpd_sasl_path is the name of the application, `smtpd`, from which SASL makes the file name ' +
      'smtpd.conf. A path, or `saslauthd`, makes it look for a file that does not exist; it says nothing and uses its ' +
      'defaults: all installed mechanisms, and sasldb2 for the passwords, whatever smtpd.conf says.',
    symptoms: {
      log: [],
      facts: [
        alone({
          words: 'smtpd_sasl_path is set, and not to smtpd or to a socket of Dovecot',
          look: 'postconf -h smtpd_sasl_path',
          holds: ({ mainCf }) => {
            const path = mainCf?.get('smtpd_sasl_path')?.value ?? 'smtpd';
            return mainCf && !/^(?:smtpd)?$|^(?:private|inet:|unix:)|\/auth\b|dovecot/.test(path);
          },
        }),
        parameter('smtpd_sasl_type', /^(?:cyrus)$/, 'smtpd_sasl_type is cyrus', 'cyrus'),
      ],
      client:
        'AUTH offers more mechanisms than mech_list has; `535 5.7.8 Error: authentication failed` for right passwords.',
    },
    repair: {
      words: 'Set the name, and restart Postfix; where the file is, SASL knows by itself.',
      commands: ['postconf -e smtpd_sasl_path=smtpd', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: cram-md5\\n' >/etc/sasl2/smtpd.conf
postconf -e smtpd_sasl_path=/etc/postfix/sasl/smtpd.conf`,
      provoke: [],
      repair: `postconf -e smtpd_sasl_path=smtpd
sed -i 's/^mech_list:.*/mech_list: plain login/' /etc/sasl2/smtpd.conf`,
      toldBy: 'facts',
    },
    versions: { from: '2.3' },
    noticedBy: [],
    references: [`${manual}#smtpd_sasl_path`],
  },
  {
    id: 'no-mechanisms/smtpd-conf-in-wrong-folder',
    kind: 'fault',
    title: 'smtpd.conf is in a folder where this Postfix does not look',
    cause:
      "Debian's Postfix reads /etc/postfix/sasl/smtpd.conf and nothing else; CentOS has it in /etc/sasl2. A file in the " +
      'other place, or under another name, is not missed by anybody: SASL uses its defaults, offers all installed ' +
      'mechanisms and takes the passwords from sasldb2, whatever the file says.',
    symptoms: {
      log: [],
      facts: [
        alone(absent('/etc/postfix/sasl/smtpd.conf')),
        isFile('/etc/sasl2/smtpd.conf'),
        isFile('/usr/lib/postfix/sbin/smtpd'),
      ],
      client:
        'AUTH offers more mechanisms than mech_list has; `535 5.7.8 Error: authentication failed` for right passwords.',
    },
    repair: {
      words: 'Put the file where it is read, or a link to it, and restart Postfix.',
      commands: ['ln -s /etc/sasl2/smtpd.conf /etc/postfix/sasl/smtpd.conf', 'systemctl restart postfix'],
    },
    reproduction: {
      inject: `printf 'pwcheck_method: auxprop\\nmech_list: plain login\\n' >/etc/sasl2/smtpd.conf
rm /etc/postfix/sasl/smtpd.conf`,
      provoke: [],
      repair: 'ln -s /etc/sasl2/smtpd.conf /etc/postfix/sasl/smtpd.conf',
      toldBy: 'facts',
    },
    versions: {},
    noticedBy: [],
    references: [`${saslReadme}#server_cyrus_location`],
  },
];
