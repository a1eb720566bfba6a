import type { FailureMode } from '../../model/failure-mode';
import { mailInTls } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/curve-unknown',
  kind: 'fault',
  title: 'a curve for ECDHE is named that the TLS library does not have',
  cause:
    'tls_eecdh_auto_curves, tls_eecdh_strong_curve or tls_eecdh_ultra_curve has a name that is misspelt, or that this build of OpenSSL leaves out, as Red Hat’s old ones did.',
  symptoms: {
    log: [
      {
        pattern: /^warning: (?:ignoring unknown ECDHE curve|cannot allocate temp SSL_CTX, using default ECDHE)/,
        specimen: 'postfix/smtpd[9]: warning: ignoring unknown ECDHE curve "X25518"',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or a handshake that fails',
  },
  repair: { words: 'Correct the name.', commands: ['openssl ecparam -list_curves', 'postconf -n | grep -i eecdh'] },
  reproduction: {
    inject: "postconf -e 'tls_eecdh_auto_curves = X25518 prime256v1'",
    provoke: [mailInTls],
    repair: 'postconf -X tls_eecdh_auto_curves',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#tls_eecdh_auto_curves'],
};
