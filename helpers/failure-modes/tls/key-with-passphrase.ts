import type { FailureMode } from '../../model/failure-mode';
import {
  keys,
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
    inject: `openssl pkey -aes256 -passout pass:secret -in ${keys}/postfix.key -out ${keys}/locked.key 2>/dev/null
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
};
