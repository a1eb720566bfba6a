import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailFromInside } from '../shared/client-steps';
import { toSee } from '../shared/facts';
import { noticedBy, password, passwordTable, plainSmarthost, queued } from './shared/smarthost';
import { cannotAuthenticate, noTokenFailure, ofTokens } from './shared/smarthost-logins';

const readme = 'https://www.postfix.org/SASL_README.html#client_sasl';

export const mode: FailureMode = {
  id: 'relay-client/no-user-in-password-table',
  kind: 'fault',
  title: 'the entry of the password table for the smarthost has no user and no password',
  cause:
    'smtp_sasl_auth_enable is on, and what the table has for the smarthost is an empty name and an empty password, as a ' +
    'start script writes it when its variables are not set. SASL has nothing to log in with. The same is said where it takes a mechanism that it can not carry out, such as GSSAPI ' +
    'without a ticket or NTLM. All mail stays in the queue.',
  symptoms: {
    log: [
      cannotAuthenticate('generic failure', 'suggests', `(?!${ofTokens}\\[)\\S+`),
      noTokenFailure,
      {
        pattern: /^warning: SASL authentication failure: All-whitespace username$/,
        specimen: 'postfix/smtp[961]: warning: SASL authentication failure: All-whitespace username',
        strength: 'names',
        program: programOf('smtp'),
        alternative: true,
      },
    ],
    facts: [
      toSee(
        'what the table has for the smarthost is empty',
        'postmap -q "$(postconf -h relayhost)" hash:/etc/postfix/relay_password',
      ),
    ],
    client: queued,
  },
  repair: {
    words: 'Write user and password, or switch the login off where the smarthost knows this server by its address.',
    commands: [
      'postmap -q "$(postconf -h relayhost)" hash:/etc/postfix/relay_password',
      'postconf -e smtp_sasl_auth_enable=no   # where no login is needed',
      'postconf -e "smtp_sasl_mechanism_filter = plain, login"   # where the smarthost offers GSSAPI or NTLM as well; since Postfix 2.2',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `${plainSmarthost}
${password}
${passwordTable(':')}`,
    provoke: [mailFromInside],
    repair: passwordTable(),
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [readme, 'https://github.com/loganmarchione/docker-postfixrelay/issues/62'],
};
