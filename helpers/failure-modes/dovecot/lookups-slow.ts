import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/lookups-slow',
  kind: 'fault',
  title: 'Dovecot’s lookups of users are slow',
  cause:
    'The database, the name service (NSS with LDAP), DNS, or a large file of users takes seconds to answer. While it waits, the auth process serves nobody else; logins and deliveries queue up, and some are given up.',
  symptoms: {
    log: [
      {
        pattern:
          /lookups took over \d+ milliseconds, you may want to set blocking=yes|auth\S*: Warning: (?:Lookup for \S+ took \d|Reading \d+ users took \d|DNS lookup for \S+ took|Auth master disconnected us while handling)|Auth master disconnected us while handling request/,
        specimen:
          'dovecot: auth: Warning: Auth master disconnected us while handling request for alice@example.test for 61 secs (result=0)',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure, or a login that takes long',
  },
  repair: {
    words: 'Find out what is slow; give userdb passwd blocking=yes, and let logins be cached.',
    commands: [
      'time doveadm user alice@example.test',
      'time getent passwd alice',
      'doveconf auth_cache_size auth_cache_ttl',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/user_databases_userdb/'],
};
