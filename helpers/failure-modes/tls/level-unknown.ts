import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'tls/level-unknown',
  kind: 'fault',

  title: 'a security level of TLS is none that Postfix knows',
  cause:
    'smtpd_tls_security_level takes none, may or encrypt; for smtp_tls_security_level there are also dane, verify, secure and fingerprint. Another word, such as yes, is taken as may or stops the process, as the version has it.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning|fatal): (?:Invalid TLS level "|\S+: unsupported TLS level "|invalid tls security level: ")/i,
        specimen: 'postfix/smtpd[62]: warning: Invalid TLS level "yes"',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'STARTTLS is not offered, or the connection closes.',
  },
  repair: {
    words: 'Write one of the levels.',
    commands: ['postconf -e smtpd_tls_security_level=may', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_security_level=yes',
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_tls_security_level=may',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_security_level'],
};
