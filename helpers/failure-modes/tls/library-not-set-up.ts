import type { FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'tls/library-not-set-up',
  kind: 'fault',
  follows: true,
  title: 'the TLS library can not be set up, and TLS is switched off',
  cause:
    'OpenSSL’s own configuration has a mistake (openssl.cnf, or the one that tls_config_file names), the library was exchanged under Postfix, or a setting before it was refused. The line before it, TLS library problem, says more.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:disabling TLS support$|cannot allocate (?:client|server)(?: SNI)? SSL_CTX|OpenSSL DANE initialization failed|error (?:initializing the OpenSSL library|allocating OpenSSL init settings|loading the '[^']*' settings from))|^warning: non-default \S+ = .*(?:requires OpenSSL|is not an absolute pathname)/,
        specimen: 'postfix/smtpd[9]: warning: cannot allocate server SSL_CTX: disabling TLS support',
        strength: 'suggests',
      },
    ],
    facts: [toSee('a line of the TLS library says why', "grep 'TLS library problem' /var/log/mail.log | tail")],
    client: 'No STARTTLS',
  },
  repair: {
    words: 'Look at the line before, and at OpenSSL’s configuration.',
    commands: [
      'openssl version -d; openssl version',
      'postconf tls_config_file tls_config_name',
      'ldd $(postconf -h daemon_directory)/smtpd | grep -E "ssl|crypto"',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html', 'https://www.postfix.org/postconf.5.html#tls_config_file'],
};
