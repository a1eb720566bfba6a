import type { FactSign, FailureMode } from '../model/failure-mode';
import {
  certs,
  keys,
  library,
  libraryToo,
  mailInTls,
  noCertificate,
  noCertificateOrKey,
  noKey,
  noSuchFile,
  notAvailable,
  tlsFails,
  tlsManual,
} from './tls-signs';

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

const restart = 'systemctl restart postfix';

/** smtpd can’t use its certificate or key: it says so once in its life, when it starts, and goes on without TLS. */
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
      log: [noCertificate, noSuchFile, libraryToo],
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
      log: [noKey, noSuchFile, libraryToo],
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
        noCertificateOrKey,
        libraryToo,
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
        noKey,
        libraryToo,
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
        noKey,
        libraryToo,
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
        noCertificateOrKey,
        libraryToo,
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
];
