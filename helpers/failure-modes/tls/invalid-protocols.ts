import type { FailureMode } from '../../model/failure-mode';
import { mailInTls, notAvailable, restart, tlsFails } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/invalid-protocols',
  kind: 'fault',
  title: 'smtpd_tls_protocols or smtp_tls_protocols lists a protocol that this Postfix does not know',
  cause:
    'One unknown word in smtpd_tls_protocols or smtpd_tls_mandatory_protocols (of smtp, in smtp_tls_…) disables TLS altogether: a misspelt name, ' +
    'or a form that is too new, such as >=TLSv1.2 before Postfix 3.6, or TLSv1.3 with an old one.',
  symptoms: {
    log: [
      {
        pattern: /^warning: Invalid TLS protocol list ".*": disabling TLS support$/,
        specimen:
          'postfix/submission/smtpd[674]: warning: Invalid TLS protocol list "!SSLv2, TLSv1.9": disabling TLS support',
        strength: 'names',
      },
      {
        pattern:
          /^warning: \S+: Invalid TLS protocol list "[^"]*": aborting TLS session|^warning: \S+: error (?:setting|clearing) m\w+imum TLS version/,
        specimen:
          'postfix/smtp[9]: warning: smtp.example.com: Invalid TLS protocol list "!SSLv2 !SSLv3 TLS1.2": aborting TLS session',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: notAvailable,
  },
  repair: {
    words: 'Exclude what is too old, in the form that every version understands.',
    commands: ["postconf -e 'smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1'", restart],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_tls_protocols = !SSLv2, TLSv1.9' 'smtpd_tls_mandatory_protocols = !SSLv2, TLSv1.9'",
    provoke: [mailInTls],
    repair:
      "postconf -e 'smtpd_tls_protocols = !SSLv2, !SSLv3, !TLSv1, !TLSv1.1' 'smtpd_tls_mandatory_protocols = $smtpd_tls_protocols'",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: tlsFails,
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_protocols'],
};
