import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/password-not-returned',
  kind: 'fault',
  title: 'Dovecot’s database of passwords has the user, and gives no password that can be used',
  cause:
    'The query or filter returns no field named password, an empty one, or the column is NULL; with LDAP the name that Dovecot binds with may not read userPassword. Without nopassword no login succeeds so; with nopassword and a password at once Dovecot refuses, too. A checkpassword program has to give the scheme in braces before the password.',
  symptoms: {
    log: [
      {
        pattern:
          /No password returned \(and no nopassword\)|Requested \S+ scheme, but we have a NULL password|nopassword (?:given and password is not empty|set but password is non-empty)|Password query must return a field|password field returned without \{scheme\} prefix|No passdb_(?:objects or passdb_fields|sql_query)/,
        specimen: 'dovecot: auth: ldap(alice@example.test,203.0.113.7,<x>): No password returned (and no nopassword)',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words:
      'Let the query return password, or let LDAP compare it by a bind (auth_bind = yes; 2.4: passdb_ldap_bind = yes).',
    commands: ['doveadm auth test alice@example.test', 'doveconf -n passdb'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/password_databases_passdb/'],
};
