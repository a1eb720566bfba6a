import type { FailureMode } from '../../model/failure-mode';
import { parameter } from '../shared/facts';
import { loginOfUser } from '../shared/saslauthd';

export const mode: FailureMode = {
  id: 'mechanisms/plain-text-forbidden',
  kind: 'fault',
  title: 'smtpd_sasl_security_options, or inside TLS smtpd_sasl_tls_security_options, forbids PLAIN and LOGIN',
  cause:
    '`noplaintext` takes PLAIN and LOGIN off the list; CRAM-MD5 or another one is left, so smtpd starts and offers that alone. Clients that send a password as it is are told to encrypt, although TLS helps only where smtpd_sasl_tls_security_options, which has the same value unless set, allows it.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:\S+: SASL \S+ authentication failed|SASL authentication failure): encryption needed to use mechanism(?:, sasl_username=.*)?$/,
        specimen:
          'postfix/submission/smtpd[1294]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: encryption needed to use mechanism, sasl_username=(unavailable)',
        strength: 'names',
      },
    ],
    facts: [parameter('smtpd_sasl_security_options', /noplaintext/, 'smtpd_sasl_security_options has noplaintext')],
    client: '535 5.7.8 Error: authentication failed: encryption needed to use mechanism',
  },
  repair: {
    words: 'Allow passwords as they are inside TLS only, and offer no login outside of it.',
    commands: [
      'postconf smtpd_sasl_security_options smtpd_sasl_tls_security_options; postconf -P | grep security_options',
      'postconf -e "smtpd_sasl_tls_security_options = noanonymous" smtpd_tls_auth_only=yes',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_sasl_security_options = noanonymous, noplaintext'",
    provoke: [loginOfUser],
    repair: "postconf -e 'smtpd_sasl_security_options = noanonymous'",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_sasl_security_options'],
};
