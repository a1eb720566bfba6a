import type { FailureMode } from '../../model/failure-mode';
import { alone, parameter } from '../shared/facts';

export const mode: FailureMode = {
  id: 'open-relay/anonymous-offered',
  kind: 'exposure',
  title: 'noanonymous is gone from smtpd_sasl_security_options',
  cause:
    'smtpd_sasl_security_options was set to something else and no longer says noanonymous, its default. Where the ' +
    'plug-in is installed, and on CentOS it comes with cyrus-sasl-lib, the server offers ANONYMOUS: everybody is ' +
    'then "logged in". permit_sasl_authenticated does not count such a login, but rules that ask for a SASL name do.',
  symptoms: {
    log: [],
    facts: [
      alone(
        parameter(
          'smtpd_sasl_security_options',
          /^(?!.*noanonymous)/,
          'smtpd_sasl_security_options does not say noanonymous',
          'noanonymous',
        ),
      ),
    ],
    client: '250-AUTH … ANONYMOUS in the answer to EHLO; 235 2.7.0 Authentication successful for AUTH ANONYMOUS',
  },
  repair: {
    words: 'Set it again.',
    commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sasl_security_options=',
    provoke: [{ kind: 'lines', lines: ['AUTH ANONYMOUS eA==', 'QUIT'] }],
    repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['anonymous-denial/not-offered-on-587-before-tls', 'anonymous-denial/bare'],
  references: ['https://www.postfix.org/SASL_README.html#smtpd_sasl_security_options', 'RFC 4505'],
};
