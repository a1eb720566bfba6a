import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { throttled } from '../shared/log-signs';
import { droppedWithoutGreeting } from '../shared/sasl-mechanisms';
import { manual, noticedBy } from './shared/end-of-smtpd';

export const mode: FailureMode = {
  id: 'no-mechanisms/unknown-security-option',
  kind: 'fault',
  title: 'smtpd_sasl_security_options has a word that Postfix does not know',
  cause:
    'A typing error such as `noanonymus`, or an option of another program, in smtpd_sasl_security_options or ' +
    'smtpd_sasl_tls_security_options. smtpd does not pass over what could be a wish for safety: it ends when a client ' +
    'connects, or, for the options of TLS, after the handshake.',
  symptoms: {
    log: [
      {
        pattern: /^warning: unknown SASL security options value "[^"]*" in "/,
        specimen:
          'postfix/smtpd[1663]: warning: unknown SASL security options value "noplain" in "noanonymous,noplain"',
        strength: 'names',
        program: /\/smtpd$/,
      },
      {
        pattern:
          /^(?:warning: bad per-session SASL security properties|fatal: SASL per-connection initialization failed)$/,
        specimen: 'postfix/smtpd[1663]: fatal: SASL per-connection initialization failed',
        strength: 'accompanies',
      },
      throttled,
    ],
    facts: [],
    client: droppedWithoutGreeting,
  },
  repair: {
    words:
      'Correct the word: noplaintext, noactive, nodictionary, noanonymous, forward_secrecy, mutual_auth are all there are.',
    commands: ['postconf -e smtpd_sasl_security_options=noanonymous', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sasl_security_options=noanonymous,noplain',
    provoke: [mailOfUser],
    repair: 'postconf -e smtpd_sasl_security_options=noanonymous',
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [`${manual}#smtpd_sasl_security_options`],
};
