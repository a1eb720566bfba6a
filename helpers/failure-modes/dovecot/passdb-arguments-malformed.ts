import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/passdb-arguments-malformed',
  kind: 'fault',
  title: 'a passdb or userdb of Dovecot has arguments that it can not use',
  cause:
    'args = has something left out or misspelt: no service for pam, an unknown field for ldap or sql, a userdb static without uid, gid and home. auth does not start, or knows nobody.',
  symptoms: {
    log: [
      {
        pattern:
          /auth: Fatal: (?:Invalid passdb|passdb \w+|userdb \w+|pam|dict|ldap|sql): .*[Ii]nvalid|auth: Fatal: .*Missing PAM service name|static userdb\([^)]*\): (?:uid|gid|home) not returned|Can't set option ldap_opt_|userdb static: /,
        specimen: 'dovecot: auth: Fatal: Invalid passdb: args: Missing PAM service name',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: { words: 'Correct args.', commands: ['doveconf -n passdb userdb', 'doveadm auth test alice@example.test'] },
  unreproduced: 'Its lines are those of Dovecot’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/password_databases_passdb/'],
};
