import type { FailureMode } from '../../model/failure-mode';
import { mailInTls } from './shared/certificates';

export const mode: FailureMode = {
  id: 'tls/cipher-setting-unusable',
  kind: 'fault',
  title: 'a list of ciphers, or what is to be left out of it, has a mistake',
  cause:
    'smtpd_tls_exclude_ciphers and smtpd_tls_mandatory_exclude_ciphers take names without !, + or - before them; tls_high_cipherlist and the like take what OpenSSL takes. With a mistake in it, smtpd ends every handshake, and takes mail in clear text as before.',
  symptoms: {
    log: [
      {
        pattern: /: invalid unary '!\+-@' in cipher exclusion: |: error setting cipher grade: /,
        specimen: "postfix/smtpd[9]: warning: Postfix SMTP server: invalid unary '!+-@' in cipher exclusion: !MD5",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'STARTTLS is offered and taken, and then the connection ends',
  },
  repair: {
    words: 'Take the signs away, and see what is left.',
    commands: ['postconf -n | grep -iE "cipher"', 'openssl ciphers -v "$(postconf -h tls_medium_cipherlist)" | head'],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_tls_exclude_ciphers = !MD5'",
    provoke: [mailInTls],
    repair: 'postconf -X smtpd_tls_exclude_ciphers',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/TLS_README.html#server_cipher',
    'https://www.postfix.org/postconf.5.html#smtpd_tls_exclude_ciphers',
  ],
};
