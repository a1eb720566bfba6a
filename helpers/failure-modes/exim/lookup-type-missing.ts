import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lookup-type-missing',
  kind: 'fault',
  title: 'this Exim lacks a kind of look-up, or can’t load its module',
  cause:
    'MySQL, PostgreSQL, LDAP, SQLite and others are built in or come as modules. Debian’s exim4-daemon-light has none of them, a module is of a package that is not installed or of another version, or its library is missing; `unknown` may also be a slip of the pen. It does no harm as long as the configuration does not ask for it.',
  symptoms: {
    log: [
      {
        pattern:
          /loading lookup module \S+: |Lookup module \S+ is not compatible with this version of Exim|: not loading lookup modules|lookup type "[^"]*" is not available \(not in the binary|^(?!.*authenticator failed).*unknown lookup type "/,
        specimen:
          '2026-11-24 23:49:37 Error loading lookup module mysql.so: libmysqlclient.so.21: cannot open shared object file: No such file or directory',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Install the Exim that has it, or correct the name.',
    commands: [
      'exim -bV | grep -iE "lookup|support"',
      'yum install exim exim-mysql   # Debian: apt-get install exim4-daemon-heavy',
      'dnf install exim-mysql exim-pgsql   # Enterprise Linux',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-file_and_database_lookups.html'],
};
