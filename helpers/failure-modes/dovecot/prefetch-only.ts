import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/prefetch-only',
  kind: 'fault',
  title: 'Dovecot’s userdb prefetch has no answer for a user, and no other userdb follows',
  cause:
    'userdb prefetch has its answer from the passdb of a login. LMTP, dovecot-lda and doveadm know no password: for them there must be a second userdb, such as sql or static, behind it. Where a login itself gets this ("passdb didn’t return userdb entries"), the passdb’s query returns no userdb_ fields.',
  symptoms: {
    log: [
      {
        pattern: /userdb lookup not possible with only userdb prefetch|passdb didn't return userdb entries(?!, trying)/,
        specimen:
          'dovecot: auth: Error: prefetch(alice@example.test): userdb lookup not possible with only userdb prefetch',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words:
      'Set a second userdb that knows the user by name alone; let the passdb return userdb_uid, userdb_gid and userdb_home.',
    commands: ['doveconf -n userdb', 'doveadm user alice@example.test'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/user_databases_userdb/'],
};
