import type { FailureMode } from '../../model/failure-mode';
import { certs, keys, keyWithCertificates, mailInTls, notAvailable, restart, tlsFails } from './shared/certificates';

export const mode: FailureMode = {
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
      keyWithCertificates,
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
};
