import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'no-mechanisms/sasl-library-of-another-version',
  kind: 'fault',
  title: 'Postfix was built for another version of the Cyrus SASL library than the one it meets',
  cause:
    'The library was exchanged, by an update of one package without the other or by one that was built by hand and stands earlier in the path: Postfix offers no AUTH, or does not log in anywhere.',
  symptoms: {
    log: [
      {
        pattern: /^warning: incorrect SASL library version\. Postfix was built with include files/,
        specimen:
          'postfix/smtpd[9]: warning: incorrect SASL library version. Postfix was built with include files from version 2.1.27, but the run-time library version is 2.1.28',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No 250-AUTH',
  },
  repair: {
    words: 'Take both from the same distribution, and look for a second library.',
    commands: [
      'ldd $(postconf -h daemon_directory)/smtpd | grep sasl',
      'ldconfig -p | grep libsasl',
      'yum reinstall postfix cyrus-sasl-lib   # Debian: apt-get install --reinstall postfix libsasl2-2',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html'],
};
