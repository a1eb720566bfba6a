import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/openssl-of-another-version',
  kind: 'fault',
  title: 'Postfix runs with another version of OpenSSL than it was built with',
  cause:
    'A program of a source build, or a library of a backport, does not fit. Between 1.1 and 3.0 it matters: TLS may fail or crash. Two numbers that differ in the last place only are harmless.',
  symptoms: {
    log: [
      {
        pattern: /run-time library vs\. compile-time header version mismatch: /,
        specimen:
          'postfix/smtpd[9]: warning: run-time library vs. compile-time header version mismatch: OpenSSL 3.0.0 may not be compatible with OpenSSL 1.1.1',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or TLS that fails.',
  },
  repair: {
    words: 'Install Postfix and OpenSSL from one source, or build Postfix anew.',
    commands: [
      'ldd "$(postconf -h daemon_directory)/smtpd" | grep -E "ssl|crypto"',
      'openssl version',
      'yum reinstall postfix   # Debian: apt-get install --reinstall postfix',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/TLS_README.html#build_tls'],
};
