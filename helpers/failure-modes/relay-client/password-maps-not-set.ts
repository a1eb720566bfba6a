import type { FailureMode } from '../../model/failure-mode';
import { mailFromInside } from '../shared/client-steps';
import { password, smarthost } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/password-maps-not-set',
  kind: 'fault',

  title: 'smtp is to log in at the next server without a table of passwords, or an image without user and password',
  cause:
    'smtp_sasl_auth_enable = yes needs smtp_sasl_password_maps. Each process of smtp ends at its start, and all mail stays in the queue. Start scripts of images warn in words of their own where user and password, or the file with it, are not given: then there is no login, and the relayhost may refuse the mail.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: specify a password table via the .smtp_sasl_password_maps. configuration parameter$/,
        specimen:
          "postfix/smtp[961]: fatal: specify a password table via the `smtp_sasl_password_maps' configuration parameter",
        strength: 'names',
      },
      {
        // docker-mailserver; docker-postfix.
        pattern: /Missing relay-host mapped credentials provided|SMTP_PASSWORD_FILE defined, but file not existing/,
        specimen:
          '2024-11-29 10:00:00+00:00 WARN  start-mailserver.sh: Missing relay-host mapped credentials provided via ENV',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Name the table, or switch logins off where the smarthost knows this server by its address.',
    commands: [
      'postconf -e smtp_sasl_password_maps="$(postconf -h default_database_type)":/etc/postfix/relay_password',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${smarthost()}
${password}
postconf -X smtp_sasl_password_maps`,
    provoke: [mailFromInside],
    repair: 'postconf -e smtp_sasl_password_maps=hash:/etc/postfix/relay_password',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#client_sasl_enable'],
};
