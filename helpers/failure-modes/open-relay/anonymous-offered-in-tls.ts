import type { FailureMode } from '../../model/failure-mode';
import { alone, parameter } from '../shared/facts';

export const mode: FailureMode = {
  id: 'open-relay/anonymous-offered-in-tls',
  kind: 'exposure',
  title: 'noanonymous is missing in smtpd_sasl_tls_security_options',
  cause:
    'smtpd_sasl_tls_security_options replaces smtpd_sasl_security_options inside TLS. Set in order to allow ' +
    'plaintext passwords there, and set to nothing, it allows ANONYMOUS as well: offered only after STARTTLS, where ' +
    'few look.',
  symptoms: {
    log: [],
    facts: [
      alone(
        parameter(
          'smtpd_sasl_tls_security_options',
          /^(?!\$|.*noanonymous)/,
          'smtpd_sasl_tls_security_options does not say noanonymous',
          '$smtpd_sasl_security_options',
        ),
      ),
    ],
    client: '250-AUTH … ANONYMOUS in the answer to EHLO after STARTTLS',
  },
  repair: {
    words: 'Let it say noanonymous.',
    commands: ['postconf -e smtpd_sasl_tls_security_options=noanonymous', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sasl_tls_security_options=',
    provoke: [{ kind: 'lines', tls: 'starttls', lines: ['AUTH ANONYMOUS eA==', 'QUIT'] }],
    repair: 'postconf -e smtpd_sasl_tls_security_options=noanonymous',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['anonymous-denial/not-offered-on-587-after-starttls'],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_sasl_tls_security_options'],
};
