import type { FailureMode } from '../../model/failure-mode';
import {
  fileAbsent,
  keys,
  libraryToo,
  mailInTls,
  noKey,
  noSuchFile,
  notAvailable,
  restart,
  tlsFails,
  tlsManual,
} from './shared/certificates';

export const mode: FailureMode = {
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
};
