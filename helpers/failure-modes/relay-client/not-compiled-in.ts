import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/not-compiled-in',
  kind: 'fault',
  title: 'Postfix was built without what its client is to use',
  cause:
    'smtp_tls_security_level or smtp_sasl_auth_enable is set, and this build has no TLS or no SASL: one of a minimal distribution or an image, or of sources without CCARGS. Mail goes out in clear and without a login, or stays.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:TLS has been selected, but TLS support is not compiled in|smtp_sasl_auth_enable is true, but SASL support|not compiled with TLS support)/,
        specimen: 'postfix/smtp[9]: warning: smtp_sasl_auth_enable is true, but SASL support is not compiled in',
        strength: 'names',
        program: /smtp$/,
      },
    ],
    facts: [],
    client: 'The next server says: 530 5.7.0 Authentication required, or refuses the relay.',
  },
  repair: {
    words: 'Install a build that has it.',
    commands: ['postconf -T compile-version 2>/dev/null; postconf -A', 'apk add postfix cyrus-sasl   # Alpine'],
  },
  unreproduced: 'Our images’ builds have both.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/SASL_README.html#client_sasl',
    'https://www.postfix.org/TLS_README.html#build_tls',
  ],
};
