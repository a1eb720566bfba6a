import type { FailureMode } from '../../model/failure-mode';
import { noCertificate, notAvailable, restart } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/certificate-key-too-small',
  kind: 'fault',

  title: 'OpenSSL refuses a certificate that Postfix is given: its key or its digest is too weak',
  cause:
    'Since Debian 10 and Enterprise Linux 8 OpenSSL’s security level is 2: an RSA key needs 2048 bits, and a signature by SHA-1 or MD5 is refused. It is that of smtpd_tls_cert_file, or in a line of smtp that of smtp_tls_cert_file. Postfix does without TLS, though the files are all right by themselves.',
  symptoms: {
    log: [
      noCertificate,
      {
        pattern:
          /^warning: TLS library problem: (?:\d+:)?error:[0-9A-F]+:SSL routines:[^:]*:(?:ee key too small|ca key too small|ca md too weak|ee md too weak):/,
        specimen:
          'postfix/submission/smtpd[62]: warning: TLS library problem: error:0A00018F:SSL routines::ee key too small:../ssl/ssl_rsa.c:221:',
        strength: 'names',
      },
    ],
    facts: [],
    client: notAvailable,
  },
  repair: {
    words: 'Make or order a new certificate, with a key of 2048 bits and SHA-256.',
    commands: [
      'openssl x509 -noout -text -in "$(postconf -h smtpd_tls_cert_file)" | grep -E "Public-Key|Signature Algorithm"',
      restart,
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: [
    'https://docs.openssl.org/3.0/man3/SSL_CTX_set_security_level/',
    'https://www.postfix.org/TLS_README.html#server_cert_key',
  ],
};
