import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailInTls } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/client-certificate-not-demanded',
  kind: 'exposure',
  title: 'smtpd is to demand certificates of clients, and does not, since it does not demand TLS',
  cause:
    'smtpd_tls_req_ccert = yes has an effect only where smtpd_tls_security_level is encrypt: a client that stays in ' +
    'clear could show no certificate. With the level may it is ignored, with a warning, and everybody is served.',
  symptoms: {
    log: [
      {
        pattern: /^warning: Can't require client certs unless TLS is required$/,
        specimen: "postfix/smtpd[372]: warning: Can't require client certs unless TLS is required",
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: 'Nothing: clients without a certificate are served.',
  },
  repair: {
    words: 'On a port that is for such clients alone, demand TLS too; elsewhere ask for certificates only.',
    commands: [
      'postconf -P submission/inet/smtpd_tls_security_level=encrypt submission/inet/smtpd_tls_req_ccert=yes',
      'postconf -e smtpd_tls_req_ccert=no smtpd_tls_ask_ccert=yes',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -e smtpd_tls_req_ccert=yes',
    provoke: [mailInTls],
    repair: 'postconf -X smtpd_tls_req_ccert',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_tls_req_ccert'],
};
