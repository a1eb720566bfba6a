import type { FailureMode } from '../model/failure-mode';
import { announcesTls, smtpdSetting, wraps } from './service-settings';
import {
  certs,
  keys,
  libraryToo,
  mailInTls,
  noCertificateOrKey,
  noSuchFile,
  notAvailable,
  tlsFails,
  tlsManual,
} from './tls-signs';

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

const restart = 'systemctl restart postfix';

/** TLS can’t start for want of a setting, or because of one. */
export const tlsSettings: readonly FailureMode[] = [
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
        { ...noSuchFile, strength: 'accompanies' },
        libraryToo,
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
        noCertificateOrKey,
        libraryToo,
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
