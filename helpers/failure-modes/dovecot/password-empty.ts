import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/password-empty',
  kind: 'client',
  title: 'a client logs in at Dovecot with an empty password, or with a control character in it',
  cause:
    'LDAP would take an empty password for an anonymous bind, and so Dovecot refuses it at once; the client’s account has no password stored, or its variable is not set. A password with a line end or a tab in it, as from a file that was read whole, is refused, too.',
  symptoms: {
    log: [
      {
        pattern: /Login attempt with empty password|Attempted login with password having illegal chars/,
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
