import type { FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { announcesTls, smtpdSetting, wraps } from '../shared/service-settings';
import { tlsLook } from './shared/auth-settings';
import { manual, notEnabled, refusedInClear, restart, triesToLogIn, usable587 } from './shared/refused-logins';

const onlyInTlsThatIsOff = smtpdSetting(
  'smtpd_tls_auth_only is yes, and TLS is off',
  tlsLook,
  (get) => get('smtpd_tls_auth_only') === 'yes' && !announcesTls(get) && !wraps(get),
);

export const mode: FailureMode = {
  id: 'auth-not-offered/only-in-tls-that-is-off',
  kind: 'fault',
  title: 'AUTH is offered only inside TLS, and TLS is off',
  cause:
    'smtpd_tls_auth_only = yes waits for STARTTLS, which smtpd_tls_security_level = none, or nothing, does not offer. ' +
    'Nobody can log in, and nothing says so: postconf shows AUTH switched on.',
  symptoms: {
    log: [{ ...refusedInClear, strength: 'accompanies' }],
    facts: [alone(onlyInTlsThatIsOff)],
    client: `Neither STARTTLS nor AUTH. ${notEnabled} STARTTLS: 502 5.5.1 Error: command not implemented.`,
  },
  repair: {
    words: 'Switch TLS on, with a certificate.',
    commands: ['postconf -e smtpd_tls_security_level=may', 'postconf smtpd_tls_cert_file smtpd_tls_key_file', restart],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_auth_only=yes smtpd_tls_security_level=none',
    provoke: triesToLogIn(587),
    repair: `postconf -e smtpd_tls_security_level=may
postconf -e smtpd_tls_auth_only=no`,
    toldBy: 'facts',
  },
  versions: { from: '2.3' },
  noticedBy: usable587,
  references: [manual('smtpd_tls_auth_only')],
};
