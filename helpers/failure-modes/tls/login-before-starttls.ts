import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { relayDenied, usersMayRelay } from '../shared/relay-denied';
import { noSmtpdSetting } from '../shared/service-settings';

const takenInClear = noSmtpdSetting(
  'AUTH is taken before TLS: smtpd_tls_auth_only is not yes',
  'postconf -h smtpd_tls_auth_only',
  (get) => get('smtpd_tls_auth_only') === 'yes',
);

export const mode: FailureMode = {
  id: 'tls/login-before-starttls',
  kind: 'client',
  title: 'a client logs in and then says STARTTLS, which makes the server forget the login',
  cause:
    'STARTTLS begins the session anew: what was said before, a login too, no longer counts, as anybody on the way could ' +
    'have said it. The client does not log in again, and is treated as a stranger.',
  symptoms: {
    log: [
      {
        pattern: /^disconnect from \S+ ehlo=[2-9]\d* starttls=1 auth=1 mail=1 rcpt=0\/\d+ /,
        specimen:
          'postfix/submission/smtpd[3100]: disconnect from localhost[127.0.0.1] ehlo=2 starttls=1 auth=1 mail=1 rcpt=0/1 quit=1 commands=6/7',
        strength: 'suggests',
        program: smtpdProgram,
        // Whoever logs in after STARTTLS is counted just so.
        onlyIf: takenInClear,
      },
      { ...relayDenied, strength: 'accompanies' },
    ],
    facts: [usersMayRelay, takenInClear],
    client: '235 Authentication successful, STARTTLS, then 454 4.7.1 or 554 5.7.1 Relay access denied',
  },
  repair: {
    words:
      'Let the client say STARTTLS first. smtpd_tls_auth_only = yes refuses the login before TLS, so that the error shows ' +
      'where it is made, and no password goes in clear.',
    commands: ['postconf -e smtpd_tls_auth_only=yes', 'systemctl restart postfix'],
  },
  unreproduced: 'the clients of a reproduction say STARTTLS at once or not at all',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4.2', 'RFC 4954 section 4'],
};
