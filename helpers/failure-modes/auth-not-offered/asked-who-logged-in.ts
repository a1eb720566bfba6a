import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { manual, restart } from './shared/refused-logins';

export const mode: FailureMode = {
  id: 'auth-not-offered/asked-who-logged-in',
  kind: 'fault',
  title: 'a restriction that asks who has logged in stands where AUTH is off',
  cause:
    'reject_authenticated_sender_login_mismatch and its kin have nothing to compare where smtpd_sasl_auth_enable is no, so ' +
    'smtpd leaves them out, with this line for each client. At port 25, where users are not to log in, that is as it ' +
    'should be, and only the line is one too many; at a port for users AUTH is missing.',
  symptoms: {
    log: [
      {
        pattern: /^warning: restriction [`'][\w-]+' ignored: no SASL support$/,
        specimen:
          "postfix/smtpd[12153]: warning: restriction `reject_authenticated_sender_login_mismatch' ignored: no SASL support",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken or refused by the other restrictions.',
  },
  repair: {
    words:
      'Look at which port the line comes from. Where users log in, switch AUTH on there; where they do not, take the restriction out for that service.',
    commands: ['postconf -P smtp/inet/smtpd_sender_restrictions=', restart],
  },
  reproduction: {
    inject: `postconf -P smtp/inet/smtpd_sasl_auth_enable=no
postconf -e smtpd_sender_restrictions=reject_authenticated_sender_login_mismatch`,
    provoke: [mailOfStranger],
    repair: `postconf -P smtp/inet/smtpd_sasl_auth_enable=yes
postconf -X smtpd_sender_restrictions`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    manual('reject_authenticated_sender_login_mismatch'),
    'https://github.com/mail-in-a-box/mailinabox/issues/1536',
  ],
};
