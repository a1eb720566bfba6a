import type { FailureMode } from '../../model/failure-mode';
import {
  keys,
  keyWithCertificates,
  library,
  libraryToo,
  mailInTls,
  noKey,
  notAvailable,
  restart,
  tlsFails,
  tlsManual,
} from './shared/certificates';

export const mode: FailureMode = {
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
      { ...keyWithCertificates, alternative: true },
      {
        // Not of Dovecot, which has its own settings for it.
        pattern: /^(?!.*(?:-login: |\blmtp\b|\bmanagesieve\b|Can't load )).*X509_check_private_key:key values mismatch/,
        specimen:
          'postfix/smtp[30145]: warning: TLS library problem: 30145:error:0B080074:x509 certificate routines:X509_check_private_key:key values mismatch:x509_cmp.c:406:',
        strength: 'names',
        program: /^(?!dove)/,
        alternative: true,
      },
      {
        // mailcow; Go.
        pattern: /Certificate and key hashes do not match|Failed loading X509 KeyPair: .*private key does not match/,
        specimen: 'acme-mailcow-1 | Certificate and key hashes do not match',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: notAvailable,
  },
  repair: {
    words: 'Both commands must print the same; take the key of the certificate. The server’s certificate comes first.',
    commands: [
      'openssl x509 -noout -pubkey -in "$(postconf -h smtpd_tls_cert_file)" | sha256sum',
      'openssl pkey -pubout -in "$(postconf -h smtpd_tls_key_file)" | sha256sum',
      restart,
    ],
  },
  reproduction: {
    inject: `openssl ecparam -name prime256v1 -genkey -noout -out ${keys}/other.key
postconf -e smtpd_tls_key_file=${keys}/other.key`,
    provoke: [mailInTls],
    repair: `postconf -e smtpd_tls_key_file=${keys}/postfix.key`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: tlsFails,
  references: [tlsManual, 'https://github.com/docker-mailserver/docker-mailserver/issues/1440'],
};
