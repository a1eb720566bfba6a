import type { FailureMode } from '../../model/failure-mode';
import { internalErrorAfterLogin, internalFailure } from './shared/internal-failure';

export const mode: FailureMode = {
  id: 'dovecot/user-only-in-passdb',
  kind: 'fault',
  title: 'a user’s password is right, and Dovecot’s userdb knows no such user',
  cause:
    'passdb says who may log in, userdb where the mail is, and as whom: both are asked. The second is another table or another query, has the name without its domain, or is not set at all. A login at submission or IMAP then ends with an internal failure.',
  symptoms: {
    log: [
      {
        pattern: /user not found from any userdbs/,
        specimen: 'dovecot: auth: Error: userdb(alice): user not found from any userdbs',
        strength: 'names',
      },
      {
        pattern:
          /user not found from userdb\b|Authenticated user not found from userdb|Login auth request failed: Authenticated user/,
        specimen:
          'dovecot: imap: Error: auth-master: login: request [1]: Login auth request failed: Authenticated user not found from userdb, auth lookup id=1 (auth connected 1 msecs ago, request took 0 msecs, client-pid=1 client-id=1)',
        strength: 'names',
        alternative: true,
      },
      { ...internalFailure, strength: 'suggests' },
      internalErrorAfterLogin,
    ],
    facts: [],
    client: 'IMAP: an internal error; SMTP AUTH by Postfix works, as it asks passdb only.',
  },
  repair: {
    words: 'Let both know the user, or set one userdb for all.',
    commands: ['doveadm user alice@example.test', 'doveadm auth test alice@example.test', 'doveconf -n passdb userdb'],
  },
  unreproduced: 'Postfix asks passdb alone; it takes Dovecot’s own services.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/user_databases_userdb/'],
};
