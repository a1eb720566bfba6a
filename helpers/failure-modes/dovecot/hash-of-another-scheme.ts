import type { FailureMode } from '../../model/failure-mode';
import { loginOfAlice, noReason, ofUser, reply, says, users, usersFail } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/hash-of-another-scheme',
  kind: 'fault',
  title: 'Dovecot can not read a stored password by the scheme that it takes it for',
  cause:
    'Where no scheme stands in braces before it, a stored password is taken for one of default_password_scheme, or passdb_default_password_scheme since 2.4, and for a database that is MD5-CRYPT or CRYPT by default. What is stored is of another one, is cut off by a column that is too short, is garbled, or is a kind of hash that the system’s crypt() does not know. Some schemes, such as SHA512-CRYPT, only tell of a mismatch, as of a wrong password.',
  symptoms: {
    log: [
      ofUser(
        '(?:Invalid password in passdb: (?!Weak )|Not a valid \\S+ (?:or \\S+ )?password|Password data is not valid for scheme )',
        'Invalid password in passdb: Not a valid MD5-CRYPT or PLAIN-MD5 password',
      ),
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words:
      'Say the scheme: before each password in braces, or as the default of that database. See that the column holds the whole hash.',
    commands: ['doveadm pw -l', 'doveconf -n | grep -i scheme; grep -ri scheme /etc/dovecot'],
  },
  reproduction: {
    image: 'dovecot',
    inject: `sed -i 's/{PLAIN}/{MD5}/' ${users}`,
    provoke: says(loginOfAlice),
    repair: `sed -i 's/{MD5}/{PLAIN}/' ${users}`,
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: usersFail,
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/authentication/password_schemes/',
    'https://github.com/opensolutions/ViMbAdmin/issues/266',
    'https://github.com/erik73/app-mail/issues/413',
  ],
};
