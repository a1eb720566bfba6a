import type { FailureMode } from '../../model/failure-mode';
import { lookupFailed } from '../relay-refused/shared/tables';
import { slapdRefusesBind } from '../shared/slapd';
import { mapFails, tableFails } from './shared/databases';

export const mode: FailureMode = {
  id: 'services/database-refuses',
  kind: 'fault',

  title: 'the database does not let Postfix in',
  cause:
    'User or password in the file of the table are not what the database has, or it lets them in from another address only, has no such database, or stores the password in a form that the client library of Postfix is too old for. Every look-up fails, and everything is put off.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: connect to (?:mysql|pgsql) server .*(?:Access denied|authentication failed|no pg_hba|Client does not support authentication protocol|Authentication plugin|is not allowed to connect|Unknown database|(?:database|role) "[^"]*" does not exist)|^warning: dict_ldap_connect: Unable to bind to server (?:.*: 49 |\S+$)/,
        specimen:
          "postfix/proxymap[9]: warning: connect to mysql server 127.0.0.1: Access denied for user 'mail'@'localhost' (using password: YES)",
        strength: 'names',
      },
      tableFails,
      {
        pattern:
          /^warning: dict_ldap_connect: Unable to (?:set STARTTLS|set tls_|allocate new TLS)|^error: dict_ldap_connect: Unable to set STARTTLS/,
        specimen: 'postfix/smtpd[9]: error: dict_ldap_connect: Unable to set STARTTLS: -11: Connect error',
        strength: 'names',
        alternative: true,
      },
      mapFails,
      lookupFailed,
      {
        // MariaDB itself.
        pattern: /(?:\[Warning\]|error:|ERROR \d+ \(\w+\):).{0,3} ?'?Access denied for user '[^']*'@'/,
        specimen: "mysqld[9]: [Warning] Access denied for user 'vmail'@'localhost' (using password: YES)",
        strength: 'suggests',
        program: /^(?:mysqld|mariadbd?|mysqladmin|mysql)$/,
        alternative: true,
      },
      slapdRefusesBind,
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure, or 454 4.7.0 at AUTH',
  },
  repair: {
    words: 'Try the same by hand with the values of the file, and correct the file or the grant.',
    commands: [
      'grep -E "^(user|hosts|dbname|bind_dn)" /etc/postfix/*sql*.cf /etc/postfix/ldap*.cf',
      'postmap -q alice@example.test mysql:/etc/postfix/mysql-virtual.cf',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/mysql_table.5.html',
    'https://www.postfix.org/pgsql_table.5.html',
    'https://www.postfix.org/ldap_table.5.html',
  ],
};
