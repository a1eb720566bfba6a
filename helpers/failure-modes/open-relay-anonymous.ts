import type { FailureMode } from '../model/failure-mode';
import { alone, parameter } from './signs';

/** Servers on which one may log in as nobody. */
export const openRelayAnonymous: readonly FailureMode[] = [
  {
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
  },
  {
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
  },
];
