import type { FailureMode } from '../../model/failure-mode';
import {
  certs,
  fileAbsent,
  keyWithCertificates,
  libraryToo,
  mailInTls,
  noCertificate,
  noSuchFile,
  notAvailable,
  restart,
  tlsFails,
  tlsManual,
} from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/certificate-missing',
  kind: 'fault',
  title: 'the certificate is not where the configuration, such as smtpd_tls_cert_file, says',
  cause:
    'The path is misspelt, the volume with the certificates is not mounted, or a symbolic link leads out of what is: ' +
    'Let’s Encrypt’s live/ holds only links into archive/. smtpd says so when it starts, and goes on without TLS, ' +
    'though it still announces STARTTLS.',
  symptoms: {
    log: [
      noCertificate,
      noSuchFile,
      libraryToo,
      {
        // docker-mailserver; mailcow; Mailpit; Inbucket.
        pattern:
          /start-mailserver\.sh: (?:Cannot find a valid DOMAIN for|Cannot find key file|TLS Setup \[SSL_TYPE=manual\])|TLS certificate not found or readable|Failed loading X509 KeyPair: .*no such file/,
        specimen:
          "2024-11-29 10:00:00+00:00 ERROR start-mailserver.sh: Cannot find key file ('privkey.pem' or 'key.pem') in '/etc/letsencrypt/live/mail.example.test/'",
        strength: 'names',
        alternative: true,
      },
      { ...keyWithCertificates, alternative: true },
    ],
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
};
