import type { FailureMode } from '../../model/failure-mode';
import { lookupFailed } from '../relay-refused/shared/tables';
import { slapdRefusesBind } from '../shared/slapd';
import { databaseRefuses, endsWithinTls, mapFails, tableFails } from './shared/databases';

export const mode: FailureMode = {
  id: 'services/database-refuses',
  kind: 'fault',

  title: 'the database does not let Postfix in, or the two can’t agree on TLS',
  cause:
    'User or password in the file of the table are not what the database has, the account is locked, its password has expired, or it lets them in from another address only or has blocked this one, has no such database or keeps it from this user, or stores the password in a form that the client library of Postfix is too old or has no plug-in for. Or one side wants TLS and the other has none, or certificates are not trusted or not readable. Every look-up fails, and everything is put off.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^warning: connect to (?:mysql|pgsql) server .*(?:${databaseRefuses})|^warning: dict_ldap_connect: Unable to bind to server (?:.*: (?:8|13|32|34|48|49|50|53) |\\S+$)`,
        ),
        specimen:
          "postfix/proxymap[9]: warning: connect to mysql server 127.0.0.1: Access denied for user 'mail'@'localhost' (using password: YES)",
        strength: 'names',
      },
      tableFails,
      {
        pattern:
          /^warning: dict_ldap_connect: Unable to (?:set STARTTLS(?!.*(?:Can't contact|[Tt]imed out))|set tls_|allocate new TLS)|^error: dict_ldap_connect: Unable to set STARTTLS(?!.*(?:Can't contact|[Tt]imed out))/,
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
      endsWithinTls,
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure, or 454 4.7.0 at AUTH',
  },
  repair: {
    words: 'Try the same by hand with the values of the file, and correct the file or the grant.',
    commands: [
      'openssl s_client -starttls ldap -connect ldap.example.test:389 </dev/null   # or mysql, postgres',
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
