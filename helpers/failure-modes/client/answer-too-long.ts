import type { FailureMode } from '../../model/failure-mode';
import { authManual, base64, client, says } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/answer-too-long',
  kind: 'client',
  title: 'a client’s answer exceeds smtpd_sasl_response_limit',
  cause:
    'After the 334 a client may send up to 12288 bytes; this one sent more, such as a token with many claims or a ' +
    'Kerberos ticket with many groups. Postfix ends the exchange.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+: request longer than \d{5,}: [\w+/=]+\.*$/,
        specimen: `postfix/submission/smtpd[866]: warning: ${client}: request longer than 12288: eHh4eHh4eHh4eHh4eHh4eHh4eHh4eH...`,
        strength: 'names',
      },
    ],
    facts: [],
    client: '500 5.5.6 SASL response limit exceeded',
  },
  repair: {
    words: 'Use a shorter secret; raise the limit only if such answers are wanted.',
    commands: ['postconf -e smtpd_sasl_response_limit=65536', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: '',
    provoke: says('AUTH LOGIN', base64('alice'), base64('x'.repeat(9900))),
    repair: '',
    toldBy: 'log',
  },
  versions: { from: '3.4' },
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_sasl_response_limit', authManual],
};
