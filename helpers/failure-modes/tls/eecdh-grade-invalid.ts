import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'tls/eecdh-grade-invalid',
  kind: 'fault',

  title: 'smtpd_tls_eecdh_grade or its curves name nothing that this OpenSSL has',
  cause:
    'smtpd_tls_eecdh_grade takes auto, strong or ultra, and tls_eecdh_auto_curves the names of curves. With another word elliptic curves are switched off: modern clients, and all of TLS 1.3, find no cipher in common.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:Invalid TLS eecdh grade "|unknown curve "[^"]*": disabling EECDH|unable to use curve "[^"]*": disabling EECDH|none of the configured ECDHE curves|failed to configure ECDHE curves|none of the \S+ key exchange groups are supported|failed to set up the \S+ key exchange groups)/,
        specimen: 'postfix/smtpd[62]: warning: Invalid TLS eecdh grade "high": EECDH disabled',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'alert handshake failure: no cipher in common',
  },
  repair: {
    words: 'Leave both at their defaults.',
    commands: [
      'postconf -n | grep -E "eecdh|ffdhe|curves"',
      'postconf -X smtpd_tls_eecdh_grade tls_eecdh_auto_curves',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Postfix 3.7 says nothing of a grade that it does not know; the lines are those of the sources.',
  versions: { from: '2.6' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#smtpd_tls_eecdh_grade',
    'https://www.postfix.org/postconf.5.html#tls_eecdh_auto_curves',
  ],
};
