import type { FailureMode } from '../../model/failure-mode';
import { keys, keyWithCertificates, mailInTls, notAvailable, tlsFails } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/chain-file-unusable',
  kind: 'fault',
  title: 'a file that has to hold a key with its certificates can’t be used',
  cause:
    'The file is one of smtpd_tls_chain_files, or that of smtpd_tls_cert_file where smtpd_tls_key_file names no other: ' +
    'the key is looked for beside the certificate then. It is not there, may not be read, is empty or no PEM, or has a ' +
    'key without its certificates, certificates without their key, or a damaged one. smtpd goes on without TLS.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:error loading certificate chain: key at index|key at index \d+ in \S+ does not match next|ignoring \S+ key at index|No (?:PEM data|certs for key|private key found)\b.* in |error loading (?:certificate|private key) \(PEM object number|loading \S+: ignoring PEM type)/,
        specimen: 'postfix/smtpd[91]: warning: No private key found in /etc/pki/tls/certs/postfix.pem',
        strength: 'names',
      },
      {
        pattern: /^warning: error opening chain file: /,
        specimen:
          'postfix/smtpd[48]: warning: error opening chain file: /etc/pki/tls/certs/postfix.pem: No such file or directory',
        strength: 'names',
        alternative: true,
      },
      keyWithCertificates,
    ],
    facts: [],
    client: notAvailable,
  },
  repair: {
    words: 'Name the file of the key, or write one file: the key first, then its certificate, then the others.',
    commands: [
      'postconf smtpd_tls_cert_file smtpd_tls_key_file smtpd_tls_chain_files smtp_tls_chain_files',
      'postconf -e smtpd_tls_key_file=/etc/pki/tls/private/postfix.key',
      'cat privkey.pem fullchain.pem >/etc/postfix/chain.pem && chmod 600 /etc/postfix/chain.pem',
      "grep -n 'BEGIN' /etc/postfix/chain.pem",
    ],
  },
  reproduction: {
    inject: 'postconf -X smtpd_tls_key_file',
    provoke: [mailInTls],
    repair: `postconf -e smtpd_tls_key_file=${keys}/postfix.key`,
    toldBy: 'log',
  },
  versions: { from: '3.4' },
  noticedBy: tlsFails,
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_tls_key_file',
    'https://www.postfix.org/postconf.5.html#smtpd_tls_chain_files',
  ],
};
