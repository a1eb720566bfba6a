import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/user-denied',
  kind: 'client',
  title: 'a user is on Dovecot’s list of those who may not log in',
  cause:
    'A passdb with deny = yes lists users who are locked out; whoever is found there is refused, whatever the password.',
  symptoms: {
    log: [
      {
        pattern: /User found from deny passdb|passdb-deny|user is disabled by deny/,
        specimen: 'dovecot: auth: passwd-file(alice,203.0.113.7): User found from deny passdb',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Take the user out of that file, if it is meant so.',
    commands: ['doveconf -n passdb', 'grep -n alice /etc/dovecot/deny-users'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/password_databases_passdb/'],
};
