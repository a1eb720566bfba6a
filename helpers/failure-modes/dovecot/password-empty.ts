import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/password-empty',
  kind: 'client',
  title: 'a client logs in at Dovecot with an empty password',
  cause:
    'LDAP would take an empty password for an anonymous bind, and so Dovecot refuses it at once. The client’s account has no password stored, or its variable is not set.',
  symptoms: {
    log: [
      {
        pattern:
          /Login attempt with empty password|nopassword (?:given and password is not empty|set but password is non-empty)|Attempted login with password having illegal chars/,
        specimen: 'dovecot: auth: ldap(alice,203.0.113.7,<x>): Login attempt with empty password',
        strength: 'names',
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Give the client its password.',
    commands: ['doveadm auth test alice@example.test'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/password_databases_passdb/'],
};
