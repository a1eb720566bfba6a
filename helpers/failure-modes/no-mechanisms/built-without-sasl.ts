import type { FailureMode } from '../../model/failure-mode';
import { noticedBy, saslReadme } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/built-without-sasl',
  kind: 'fault',
  title: 'this Postfix was built without SASL',
  cause:
    'smtpd_sasl_auth_enable is yes, but the program knows no SASL: Postfix from its source has neither Cyrus nor ' +
    'Dovecot support unless it is asked for. It goes on without AUTH.',
  symptoms: {
    log: [
      {
        pattern: /^warning: smtpd_sasl_auth_enable is true, but SASL support is not compiled in$/,
        specimen: 'postfix/smtpd[16]: warning: smtpd_sasl_auth_enable is true, but SASL support is not compiled in',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'EHLO without AUTH; the command AUTH is answered by `502 5.5.1 Error: command not implemented`.',
  },
  repair: {
    words: "Use a distribution's package, or build with SASL.",
    commands: [
      'postconf -a',
      `make makefiles CCARGS='-DUSE_SASL_AUTH -DUSE_CYRUS_SASL -I/usr/include/sasl' AUXLIBS=-lsasl2 && make upgrade`,
    ],
  },
  unreproduced: 'The Postfix of every image is built with SASL, as that of every distribution is.',
  versions: {},
  noticedBy,
  references: [`${saslReadme}#build_sasl`],
};
