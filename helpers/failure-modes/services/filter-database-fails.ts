import type { FailureMode } from '../../model/failure-mode';
import { couldNotProcess } from './shared/amavis';

export const mode: FailureMode = {
  id: 'services/filter-database-fails',
  kind: 'fault',
  title: 'Amavis can’t use its SQL database or its LDAP server',
  cause:
    'Amavis looks up policies in SQL or LDAP, or stores what passed in SQL: the server does not run, refuses its login or TLS, has closed the connection, or is locked or full. With look-ups it puts mail off; where only the log is stored, mail passes.',
  symptoms: {
    log: [
      {
        pattern:
          /connect_to_sql: unable to connect to DSN|ERROR sql_storage: |sql begin transaction failed|connect_to_ldap: (?:bind failed|unable to connect|start TLS failed)/,
        specimen:
          "amavis[12]: (00012-01) (!)connect_to_sql: unable to connect to DSN 'DBI:mysql:database=mail;host=127.0.0.1;port=3306': Access denied for user 'amavis'@'localhost'",
        strength: 'names',
        program: /^amavis/,
      },
      couldNotProcess,
    ],
    facts: [],
    client: '451 4.5.0 Error in processing; or nothing',
  },
  repair: {
    words: 'Start the server, and correct @lookup_sql_dsn, @storage_sql_dsn or $default_ldap.',
    commands: [
      'grep -rnE "sql_dsn|default_ldap" /etc/amavis',
      'mysql -u amavis -p mail -e "SELECT 1"',
      'systemctl restart amavis',
    ],
  },
  unreproduced: 'Our images have no Amavis.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/'],
};
