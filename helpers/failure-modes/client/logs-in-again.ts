import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';
import { authManual, base64, client, says } from './shared/failed-logins';

export const mode: FailureMode = {
  id: 'client/logs-in-again',
  kind: 'client',
  title: 'a client that has logged in logs in again',
  cause:
    'AUTH may be said once in a session, and not within a mail transaction. This client says it before every mail ' +
    'although it keeps the connection; the server answers 503 and logs nothing but the count of the disconnect line.',
  symptoms: {
    log: [
      {
        pattern: /^disconnect from \S+ (?:.* )?auth=[1-9]\d*\/\d+ /,
        specimen: `postfix/submission/smtpd[384]: disconnect from ${client} ehlo=1 auth=1/2 quit=1 commands=3/4`,
        strength: 'suggests',
      },
      clientGets(
        /503[ -](?:5\.\d\.\d )?(?:[Aa]lready [Aa]uthenticated|Error: No identity changes permitted|AUTH me once|User has previously authenticated|You are already wearing that)/,
        '503 5.5.1 Already authenticated',
      ),
    ],
    facts: [],
    client: '503 5.5.1 Error: already authenticated, or 503 5.5.1 Error: MAIL transaction in progress',
  },
  repair: { words: 'Let the client log in once for each connection.', commands: [] },
  reproduction: {
    inject: '',
    provoke: says(...[1, 2].map(() => `AUTH PLAIN ${base64('\0alice\0correct-horse-alice')}`), 'QUIT'),
    repair: '',
    toldBy: 'log',
  },
  versions: { from: '3.0' },
  noticedBy: [],
  references: [authManual],
};
