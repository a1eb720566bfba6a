import type { FailureMode } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import { isFile } from './sasl-files';
import { diedAtStart, droppedWithoutGreeting, silence } from './sasl-mechanisms';
import { absent, alone, parameter, throttled } from './signs';

const manual = 'https://www.postfix.org/postconf.5.html';
const saslReadme = 'https://www.postfix.org/SASL_README.html';
const noticedBy = ['no-mechanisms/usable-on-587'] as const;

/** smtpd does not understand its settings for SASL and ends, or SASL does not find them and goes by its defaults. */
export const noMechanismsSettings: readonly FailureMode[] = [
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
  {
    id: 'no-mechanisms/smtpd-conf-among-plug-ins',
    kind: 'fault',
    title: 'a forgotten smtpd.conf in the folder of the plug-ins wins over /etc/sasl2/smtpd.conf',
    cause:
      'SASL before 2.1.23 had its configuration in the folder of the plug-ins, and looks there first to this day. A ' +
      'file left there by an old installation or an old how-to is the one that counts, and changes of ' +
      "/etc/sasl2/smtpd.conf have no effect. Debian's Postfix looks in /etc/postfix/sasl alone and is not concerned.",
    symptoms: {
      log: [],
      facts: [
        alone({
          words: '/usr/lib64/sasl2/smtpd.conf is there',
          look: 'ls -l /usr/lib64/sasl2/smtpd.conf',
          holds: ({ files }) => {
            const fact = files.get('/usr/lib64/sasl2/smtpd.conf');
            return fact && fact.kind !== 'absent';
          },
        }),
        absent('/usr/lib/postfix/sbin/smtpd'),
      ],
      client: 'AUTH as the forgotten file has it, or no greeting at all where that has nothing to offer.',
    },
    repair: {
      words: 'Keep what is needed of it in /etc/sasl2/smtpd.conf, remove it and restart Postfix.',
      commands: ['rm /usr/lib64/sasl2/smtpd.conf', 'systemctl restart postfix'],
    },
    unreproduced:
      "Debian's Postfix, on which failure modes are proven, does not read that file; seen with Postfix 2.10.1.",
    versions: {},
    noticedBy: [],
    references: [saslReadme],
  },
];
