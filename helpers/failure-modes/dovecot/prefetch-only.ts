import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/prefetch-only',
  kind: 'fault',
  title: 'Dovecot can look users up only while they log in, and deliveries ask without a login',
  cause:
    'userdb prefetch has its answer from the passdb of a login. LMTP, dovecot-lda and doveadm know no password: for them there must be a second userdb, such as sql or static, behind it.',
  symptoms: {
    log: [
      {
        pattern: /userdb lookup not possible with only userdb prefetch|passdb didn't return userdb entries/,
        specimen:
          'dovecot: auth: Error: prefetch(alice@example.test): userdb lookup not possible with only userdb prefetch',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words: 'Set a second userdb that knows the user by name alone.',
    commands: ['doveconf -n userdb', 'doveadm user alice@example.test'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/user_databases_userdb/'],
};
