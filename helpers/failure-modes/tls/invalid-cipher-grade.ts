import type { FailureMode } from '../../model/failure-mode';
import { mailInTls, restart } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/invalid-cipher-grade',
  kind: 'fault',
  title: 'smtpd_tls_ciphers or smtp_tls_ciphers is no cipher grade that Postfix knows',
  cause:
    'smtpd_tls_ciphers, smtpd_tls_mandatory_ciphers and those of smtp take a grade, such as medium or high, and no OpenSSL list. ' +
    'smtpd accepts STARTTLS and then drops the connection.',
  symptoms: {
    log: [
      {
        pattern: /^warning: (?:\S+: )?invalid (?:TLS )?cipher grade: "?.*"?$/i,
        specimen:
          'postfix/submission/smtpd[741]: warning: client.outside.example[198.51.100.7]: invalid cipher grade: "strong"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '220 2.0.0 Ready to start TLS, and then the connection closes.',
  },
  repair: {
    words: 'Leave the grade at its default.',
    commands: ['postconf -n | grep -i ciphers', 'postconf -X smtpd_tls_ciphers smtpd_tls_mandatory_ciphers', restart],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_ciphers=strong',
    provoke: [mailInTls],
    repair: 'postconf -X smtpd_tls_ciphers',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['authenticated-relay/plain-on-587-after-starttls'],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_ciphers'],
};
