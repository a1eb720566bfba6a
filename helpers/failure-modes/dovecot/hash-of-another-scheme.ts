import type { FailureMode } from '../../model/failure-mode';
import { noReason, ofUser, reply } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/hash-of-another-scheme',
  kind: 'fault',
  title: 'Dovecot takes a stored password for one of another scheme',
  cause:
    'Where no scheme stands in braces before it, a stored password is taken for one of default_password_scheme, or ' +
    'passdb_default_password_scheme since 2.4, and for a database that is MD5-CRYPT or CRYPT by default. What the program ' +
    'that makes the users has stored is of another one.',
  symptoms: {
    log: [
      ofUser(
        '(?:Invalid password in passdb: )?Not a valid \\S+',
        'Invalid password in passdb: Not a valid MD5-CRYPT or PLAIN-MD5 password',
      ),
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Say the scheme: before each password in braces, or as the default of that database.',
    commands: ['doveadm pw -l', 'doveconf -n | grep -i scheme; grep -ri scheme /etc/dovecot'],
  },
  unreproduced: 'Its line is that of public reports: a password in clear called {MD5-CRYPT} gives only a mismatch.',
  versions: { from: '2.3' },
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/authentication/password_schemes/',
    'https://github.com/opensolutions/ViMbAdmin/issues/266',
    'https://github.com/erik73/app-mail/issues/413',
  ],
};
