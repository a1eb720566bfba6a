import type { FactSign, FailureMode, LogSign } from '../model/failure-mode';
import { mailOfUser } from './client-steps';
import { announcesTls, smtpdSetting, wraps } from './service-settings';

// 2.x: cannot get RSA certificate from file /etc/…: disabling TLS support; the file's name in quotes from 3.x on.
const cannotGet = (what: string, example: string): LogSign => ({
  pattern: new RegExp(`^warning: cannot get \\w+ ${what} from file "?[^"]+"?: disabling TLS support$`),
  specimen: `postfix/submission/smtpd[62]: warning: cannot get RSA ${what} from file "${example}": disabling TLS support`,
  strength: 'suggests',
});

const noCertificate = cannotGet('certificate', '/etc/pki/tls/certs/none.pem');
const noKey = cannotGet('private key', '/etc/pki/tls/private/none.key');

// The functions' names are in it up to OpenSSL 1.1, and gone since 3.0: SSL routines::…
const library = (text: RegExp, specimen: string, strength: LogSign['strength']): LogSign => ({
  pattern: new RegExp(`^warning: TLS library problem: (?:\\d+:)?error:[0-9A-F]+:${text.source}`),
  specimen: `postfix/submission/smtpd[62]: warning: TLS library problem: error:${specimen}`,
  strength,
});

const noSuchFile = library(
  /system library:[^:]*:No such file or directory:/,
  '80000002:system library::No such file or directory:../crypto/bio/bss_file.c:308:calling fopen(/etc/pki/tls/certs/none.pem, r):',
  'accompanies',
);

const fileAbsent = (name: string): FactSign => ({
  words: `the file that ${name} names is not there`,
  look: `ls -lL "$(postconf -h ${name})"`,
  holds: ({ mainCf, files }) => {
    const path = mainCf?.get(name)?.value;
    if (mainCf && !path) return false;
    const fact = files.get(path ?? '');
    return fact && fact.kind === 'absent';
  },
});

const fileNames = ['smtpd_tls_cert_file', 'smtpd_tls_key_file', 'smtpd_tls_chain_files'];
const otherKinds = ['smtpd_tls_dcert_file', 'smtpd_tls_eccert_file'];

const noneConfigured = smtpdSetting(
  'TLS is on, and no certificate is configured',
  `postconf smtpd_tls_security_level ${fileNames.join(' ')}`,
  (get) =>
    (announcesTls(get) || wraps(get)) && [...fileNames, ...otherKinds].every((name) => /^(?:none)?$/.test(get(name))),
);

const ownFiles = smtpdSetting(
  'a service of master.cf has smtpd_tls_wrappermode, and a certificate or key of its own',
  'postconf -P | grep -E "smtpd_tls_(wrappermode|cert_file|key_file|chain_files)"',
  (get, service) => service && wraps(get) && fileNames.some((name) => service.options.has(name)),
);

const notAvailable =
  'STARTTLS is announced, and answered with 454 4.7.0 TLS not available due to local problem; at 465 the connection closes.';
const tlsManual = 'https://www.postfix.org/TLS_README.html#server_cert_key';
const [certs, keys] = ['/etc/pki/tls/certs', '/etc/pki/tls/private'];
const mailInTls = { ...mailOfUser, tls: 'starttls' } as const;
const tlsFails = ['authenticated-relay/plain-on-465'];
const restart = 'systemctl restart postfix';

/** TLS can’t start: smtpd says so once in its life, when it starts, and goes on without. */
export const tls: readonly FailureMode[] = [
  {
    id: 'tls/certificate-missing',
    kind: 'fault',
    title: 'the certificate that smtpd_tls_cert_file names is not there',
    cause:
      'The path is misspelt, the volume with the certificates is not mounted, or a symbolic link leads out of what is: ' +
      'Let’s Encrypt’s live/ holds only links into archive/. smtpd says so when it starts, and goes on without TLS, ' +
      'though it still announces STARTTLS.',
    symptoms: {
      log: [noCertificate, noSuchFile],
      facts: [fileAbsent('smtpd_tls_cert_file')],
      client: notAvailable,
    },
    repair: {
      words: 'Name the file that is there, or mount what is missing: with Let’s Encrypt, live/ and archive/.',
      commands: [
        'ls -lL "$(postconf -h smtpd_tls_cert_file)"',
        'postconf -e smtpd_tls_cert_file=/etc/pki/tls/certs/postfix.pem',
        restart,
      ],
    },
    reproduction: {
      inject: `postconf -e smtpd_tls_cert_file=${certs}/none.pem`,
      provoke: [mailInTls],
      repair: `postconf -e smtpd_tls_cert_file=${certs}/postfix.pem`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: tlsFails,
    references: [
      tlsManual,
      'https://github.com/alterrebe/docker-mail-relay/issues/7',
      'https://github.com/anonaddy/docker/issues/249',
    ],
  },
  {
    id: 'tls/key-missing',
    kind: 'fault',
    title: 'the private key that smtpd_tls_key_file names is not there',
    cause:
      'The certificate is found and its key is not: keys are often kept elsewhere, in a folder that was not mounted or ' +
      'copied. smtpd goes on without TLS, though it still announces STARTTLS.',
    symptoms: {
      log: [noKey, noSuchFile],
      facts: [fileAbsent('smtpd_tls_key_file')],
      client: notAvailable,
    },
    repair: {
      words: 'Name the key that belongs to the certificate. Postfix reads it as root: mode 600 is right.',
      commands: [
        'ls -lL "$(postconf -h smtpd_tls_key_file)"',
        'postconf -e smtpd_tls_key_file=/etc/pki/tls/private/postfix.key',
        restart,
      ],
    },
    reproduction: {
      inject: `postconf -e smtpd_tls_key_file=${keys}/none.key`,
      provoke: [mailInTls],
      repair: `postconf -e smtpd_tls_key_file=${keys}/postfix.key`,
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: tlsFails,
    references: [tlsManual, 'https://github.com/alterrebe/docker-mail-relay/issues/10'],
  },
  {
    id: 'tls/file-forbidden',
    kind: 'fault',
    title: 'smtpd may not read its certificate or key, although it reads them as root',
    cause:
      'Postfix opens both as root, before it gives its privileges up, so that modes do not matter. What is left is ' +
      'SELinux (files that were moved from a home directory keep its label), or a container without CAP_DAC_OVERRIDE, ' +
      'in which root is no more than the owner of its files.',
    symptoms: {
      log: [
        library(
          /system library:[^:]*:Permission denied:.*fopen\(/,
          "0200100D:system library:fopen:Permission denied:bss_file.c:398:fopen('/etc/pki/tls/certs/postfix.pem','r'):",
          'names',
        ),
      ],
      facts: [],
      client: notAvailable,
    },
    repair: {
      words: 'With SELinux, give the files the label of their folder; in a container, let root own them.',
      commands: ['restorecon -Rv /etc/pki/tls', 'ls -lZ /etc/pki/tls/certs /etc/pki/tls/private', restart],
    },
    unreproduced: 'needs SELinux, or a container without CAP_DAC_OVERRIDE; ours has it and its kernel no SELinux',
    versions: {},
    noticedBy: [],
    references: [tlsManual, 'https://github.com/plesk/letsencrypt-plesk/issues/97'],
  },
  {
    id: 'tls/key-mismatch',
    kind: 'fault',
    title: 'the private key does not belong to the certificate',
    cause:
      'One was renewed and the other wasn’t, or they come from two requests; or a file holds the chain in the wrong ' +
      'order, so that an authority’s certificate is taken for the server’s. smtpd goes on without TLS.',
    symptoms: {
      log: [
        library(
          /x509 certificate routines:[^:]*:key values mismatch:/,
          '05800074:x509 certificate routines::key values mismatch:../crypto/x509/x509_cmp.c:403:',
          'names',
        ),
        { ...noKey, strength: 'accompanies' },
      ],
      facts: [],
      client: notAvailable,
    },
    repair: {
      words:
        'Both commands must print the same; take the key of the certificate. The server’s certificate comes first.',
      commands: [
        'openssl x509 -noout -pubkey -in "$(postconf -h smtpd_tls_cert_file)" | sha256sum',
        'openssl pkey -pubout -in "$(postconf -h smtpd_tls_key_file)" | sha256sum',
        restart,
      ],
    },
    reproduction: {
      inject: `openssl genrsa -out ${keys}/other.key 2048 2>/dev/null
postconf -e smtpd_tls_key_file=${keys}/other.key`,
      provoke: [mailInTls],
      repair: `postconf -e smtpd_tls_key_file=${keys}/postfix.key`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: tlsFails,
    references: [tlsManual, 'https://github.com/docker-mailserver/docker-mailserver/issues/1440'],
  },
  {
    id: 'tls/key-with-passphrase',
    kind: 'fault',
    title: 'the private key is protected by a passphrase',
    cause:
      'The key was made with a passphrase, and smtpd has nobody to ask for it. It can’t decrypt the key, and goes on ' +
      'without TLS.',
    symptoms: {
      log: [
        library(
          /PEM routines:[^:]*:(?:problems getting password|bad password read):/,
          '0480006D:PEM routines::problems getting password:../crypto/pem/pem_lib.c:62:',
          'names',
        ),
        { ...noKey, strength: 'accompanies' },
      ],
      facts: [],
      client: notAvailable,
    },
    repair: {
      words: 'Write the key without a passphrase, readable by root alone.',
      commands: [
        'umask 077',
        'openssl pkey -in locked.key -out /etc/pki/tls/private/postfix.key',
        'postconf -e smtpd_tls_key_file=/etc/pki/tls/private/postfix.key',
        restart,
      ],
    },
    reproduction: {
      inject: `openssl rsa -aes256 -passout pass:secret -in ${keys}/postfix.key -out ${keys}/locked.key 2>/dev/null
postconf -e smtpd_tls_key_file=${keys}/locked.key`,
      provoke: [mailInTls],
      repair: `umask 077
openssl pkey -passin pass:secret -in ${keys}/locked.key -out ${keys}/unlocked.key
postconf -e smtpd_tls_key_file=${keys}/unlocked.key`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: tlsFails,
    references: [tlsManual],
  },
  {
    id: 'tls/file-not-pem',
    kind: 'fault',
    title: 'the certificate or key file is empty, or not in PEM',
    cause:
      'Postfix reads PEM: text between BEGIN and END lines. The file is empty (a renewal that failed half-way, an ' +
      'unfilled secret), in DER or PKCS#12, or holds a key where the certificate should be, or the reverse.',
    symptoms: {
      log: [
        library(
          /(?:PEM routines:[^:]*:no start line:|DECODER routines:[^:]*:unsupported:)/,
          '0480006C:PEM routines::no start line:../crypto/pem/pem_lib.c:760:Expecting: TRUSTED CERTIFICATE:',
          'names',
        ),
        {
          ...cannotGet('(?:certificate|private key)', ''),
          specimen: noCertificate.specimen,
          strength: 'accompanies',
        },
      ],
      facts: [],
      client: notAvailable,
    },
    repair: {
      words: 'Look at the first line of each file; make it anew, or convert it.',
      commands: [
        'head -1 "$(postconf -h smtpd_tls_cert_file)" "$(postconf -h smtpd_tls_key_file)"',
        'openssl x509 -inform DER -in postfix.der -out /etc/pki/tls/certs/postfix.pem',
        restart,
      ],
    },
    reproduction: {
      inject: `openssl x509 -in ${certs}/postfix.pem -outform DER -out ${certs}/postfix.der
postconf -e smtpd_tls_cert_file=${certs}/postfix.der`,
      provoke: [mailInTls],
      repair: `openssl x509 -inform DER -in ${certs}/postfix.der -out ${certs}/converted.pem
postconf -e smtpd_tls_cert_file=${certs}/converted.pem`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: tlsFails,
    references: [tlsManual],
  },
  {
    id: 'tls/chain-without-key-first',
    kind: 'fault',
    title: 'a file of smtpd_tls_chain_files does not begin with the key',
    cause:
      'smtpd_tls_chain_files takes key and certificates from one file, in this order: the key, its certificate, then ' +
      'those of the authorities. Files that were put together for other programs begin with the certificate.',
    symptoms: {
      log: [
        {
          pattern: /^warning: error loading chain from .+: key not first$/,
          specimen:
            'postfix/submission/smtpd[539]: warning: error loading chain from /etc/pki/tls/private/chain.pem: key not first',
          strength: 'names',
        },
        {
          pattern: /^warning: error loading private keys and certificates from: .+: disabling TLS support$/,
          specimen:
            'postfix/submission/smtpd[539]: warning: error loading private keys and certificates from: /etc/pki/tls/private/chain.pem: disabling TLS support',
          strength: 'accompanies',
        },
      ],
      facts: [],
      client: notAvailable,
    },
    repair: {
      words: 'Write the key first.',
      commands: [
        'cd /etc/pki/tls',
        'cat private/postfix.key certs/postfix.pem >private/chain.pem',
        'chmod 600 private/chain.pem',
        restart,
      ],
    },
    reproduction: {
      inject: `cat ${certs}/postfix.pem ${keys}/postfix.key >${keys}/chain.pem
postconf -X smtpd_tls_cert_file smtpd_tls_key_file
postconf -e smtpd_tls_chain_files=${keys}/chain.pem`,
      provoke: [mailInTls],
      repair: `cat ${keys}/postfix.key ${certs}/postfix.pem >${keys}/chain.pem`,
      toldBy: 'log',
    },
    versions: { from: '3.4' },
    noticedBy: tlsFails,
    references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_chain_files'],
  },
  {
    id: 'tls/no-certificate',
    kind: 'fault',
    title: 'TLS is on, and no certificate is configured',
    cause:
      'smtpd_tls_security_level is may or encrypt, and neither smtpd_tls_cert_file nor smtpd_tls_chain_files names a ' +
      'certificate. STARTTLS is announced and then fails; with encrypt nobody can log in or send at all.',
    symptoms: {
      log: [
        {
          pattern: /^warning: No server certs available\. TLS (?:won't be enabled|can't be enabled)$/,
          specimen: "postfix/submission/smtpd[472]: warning: No server certs available. TLS won't be enabled",
          strength: 'names',
        },
      ],
      facts: [noneConfigured],
      client: notAvailable,
    },
    repair: {
      words: 'Name a certificate and its key; without one, switch TLS off, so that STARTTLS is not announced.',
      commands: [
        'postconf -e smtpd_tls_cert_file=/etc/pki/tls/certs/postfix.pem smtpd_tls_key_file=/etc/pki/tls/private/postfix.key',
        restart,
      ],
    },
    reproduction: {
      inject: 'postconf -X smtpd_tls_cert_file smtpd_tls_key_file',
      provoke: [mailInTls],
      repair: `postconf -e smtpd_tls_cert_file=${certs}/postfix.pem smtpd_tls_key_file=${keys}/postfix.key`,
      toldBy: 'log',
    },
    versions: {},
    noticedBy: tlsFails,
    references: [tlsManual],
  },
  {
    id: 'tls/ca-file-missing',
    kind: 'fault',
    title: 'the file of authorities, smtpd_tls_CAfile, is not there',
    cause:
      'smtpd_tls_CAfile is only needed to check clients’ certificates, yet a file that can’t be read makes smtpd do ' +
      'without TLS. CentOS’s and Debian’s bundles have different paths, and a slim image may have none.',
    symptoms: {
      log: [
        {
          pattern:
            /^(?:warning: )?cannot load Certification Authority data, CA(?:file|path)=.*: disabling TLS support$/,
          specimen:
            'postfix/submission/smtpd[607]: cannot load Certification Authority data, CAfile="/etc/pki/tls/certs/none-ca.pem": disabling TLS support',
          strength: 'names',
        },
        noSuchFile,
      ],
      facts: [],
      client: notAvailable,
    },
    repair: {
      words: 'Leave the parameter out, or name a bundle that is there.',
      commands: ['postconf -X smtpd_tls_CAfile   # before Postfix 2.10: take the line out of main.cf', restart],
    },
    reproduction: {
      inject: `postconf -e smtpd_tls_CAfile=${certs}/none-ca.pem`,
      provoke: [mailInTls],
      repair: 'postconf -X smtpd_tls_CAfile',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: tlsFails,
    references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_CAfile'],
  },
  {
    id: 'tls/invalid-protocols',
    kind: 'fault',
    title: 'smtpd_tls_protocols lists a protocol that this Postfix does not know',
    cause:
      'One unknown word in smtpd_tls_protocols or smtpd_tls_mandatory_protocols disables TLS altogether: a misspelt name, ' +
      'or a form that is too new, such as >=TLSv1.2 before Postfix 3.6, or TLSv1.3 with an old one.',
    symptoms: {
      log: [
        {
          pattern: /^warning: Invalid TLS protocol list ".*": disabling TLS support$/,
          specimen:
            'postfix/submission/smtpd[674]: warning: Invalid TLS protocol list "!SSLv2, TLSv1.9": disabling TLS support',
          strength: 'names',
        },
      ],
      facts: [],
      client: notAvailable,
    },
    repair: {
      words: 'Exclude what is too old, in the form that every version understands.',
      commands: ["postconf -e 'smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1'", restart],
    },
    reproduction: {
      inject: "postconf -e 'smtpd_tls_protocols = !SSLv2, TLSv1.9' 'smtpd_tls_mandatory_protocols = !SSLv2, TLSv1.9'",
      provoke: [mailInTls],
      repair:
        "postconf -e 'smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1' 'smtpd_tls_mandatory_protocols = $smtpd_tls_protocols'",
      toldBy: 'log',
    },
    versions: {},
    noticedBy: tlsFails,
    references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_protocols'],
  },
  {
    id: 'tls/invalid-cipher-grade',
    kind: 'fault',
    title: 'smtpd_tls_ciphers is no cipher grade that Postfix knows',
    cause:
      'smtpd_tls_ciphers and smtpd_tls_mandatory_ciphers take a grade, such as medium or high, and no OpenSSL list. ' +
      'smtpd accepts STARTTLS and then drops the connection.',
    symptoms: {
      log: [
        {
          pattern: /^warning: (?:\S+: )?invalid (?:TLS )?cipher grade: "?.*"?$/i,
          specimen:
            'postfix/submission/smtpd[741]: warning: client.outside.example[198.51.100.7]: invalid cipher grade: "strong"',
          strength: 'names',
        },
      ],
      facts: [],
      client: '220 2.0.0 Ready to start TLS, and then the connection closes.',
    },
    repair: {
      words: 'Leave the grade at its default.',
      commands: ['postconf -X smtpd_tls_ciphers smtpd_tls_mandatory_ciphers', restart],
    },
    reproduction: {
      inject: 'postconf -e smtpd_tls_ciphers=strong',
      provoke: [mailInTls],
      repair: 'postconf -X smtpd_tls_ciphers',
      toldBy: 'log',
    },
    versions: {},
    noticedBy: ['authenticated-relay/plain-on-587-after-starttls'],
    references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_ciphers'],
  },
  {
    id: 'tls/wrapper-mode-dropped',
    kind: 'fault',
    title: 'the implicit TLS port drops everybody, as its own certificate can’t be used',
    cause:
      'The service with smtpd_tls_wrappermode has a certificate or key of its own in master.cf, and these can’t be used. ' +
      'In clear there is nothing to fall back to, nor a reply that could say so: the connection closes at once. 25 and ' +
      '587 work, with the files that main.cf names.',
    symptoms: {
      log: [
        {
          pattern:
            /^warning: Wrapper-mode request dropped from \S+ for service \S+\. TLS context initialization failed\./,
          specimen:
            'postfix/smtps/smtpd[806]: warning: Wrapper-mode request dropped from client.outside.example[198.51.100.7] for service smtps. TLS context initialization failed. For details see earlier warnings in your logs.',
          strength: 'suggests',
        },
      ],
      facts: [ownFiles],
      client: '465: the connection is reset before a byte of TLS.',
    },
    repair: {
      words:
        'An earlier warning says what is wrong with the files. Mend that, or let the service use those of main.cf.',
      commands: [
        'postconf -P | grep smtpd_tls_',
        'postconf -PX smtps/inet/smtpd_tls_cert_file smtps/inet/smtpd_tls_key_file',
        restart,
      ],
    },
    reproduction: {
      inject: `postconf -P smtps/inet/smtpd_tls_cert_file=${certs}/postfix.pem smtps/inet/smtpd_tls_key_file=${keys}/none.key`,
      provoke: [{ kind: 'lines', port: 465, lines: ['QUIT'] }],
      repair: 'postconf -PX smtps/inet/smtpd_tls_cert_file smtps/inet/smtpd_tls_key_file',
      toldBy: 'log and facts',
    },
    versions: {},
    noticedBy: tlsFails,
    references: ['https://github.com/sovereign/sovereign/issues/31'],
  },
];
