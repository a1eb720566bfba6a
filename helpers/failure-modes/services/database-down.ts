import type { FailureMode } from '../../model/failure-mode';
import { lookupFailed } from '../relay-refused/shared/tables';
import { connectionLost, databaseRefuses, endsWithinTls, mapFails, tableFails } from './shared/databases';

export const mode: FailureMode = {
  id: 'services/database-down',
  kind: 'fault',

  title: 'a database or server that Postfix asks can’t be reached, or breaks the connection off',
  cause:
    'Users, aliases or owners of addresses are in MySQL, PostgreSQL or LDAP, or asked of a program by tcp: or socketmap:, as of postsrsd. It is down, has too many connections, or closed an idle one (“has gone away”); its name or socket is wrong (a chroot has none) or closed by rights or SELinux; or a firewall lies between. “Can’t contact LDAP server” is also said where TLS fails. What is asked fails, and is put off.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^warning: connect to (?:mysql|pgsql) server (?!.*(?:${databaseRefuses}|Permission denied| unexpected eof while reading)).*`,
        ),
        specimen:
          "postfix/proxymap[9]: warning: connect to mysql server localhost: Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)",
        strength: 'names',
      },
      {
        pattern:
          /^warning: connect to TCP map \S+: |^warning: table socketmap:\S+ lookup error: (?:No such file|Connection refused|Permission denied|time limit exceeded)|^(?:warning|error): dict_ldap_(?:connect|lookup): (?:.*(?:-1|81): Can't contact LDAP server|Unable to connect to LDAP server |Unable to set STARTTLS: \S+ [Tt]imed out|Unable to bind to server (?!ldap:\/\/localhost:389 (?:as|with dn) ?: ).*: -1 )/,
        specimen: 'postfix/smtpd[9]: warning: connect to TCP map localhost:10001: Connection refused',
        strength: 'names',
        alternative: true,
      },
      tableFails,
      mapFails,
      lookupFailed,
      {
        pattern: /^fatal: (?!(?:proxy:)?(?:mysql|pgsql|ldap|sqlite|socketmap):)\S+: table lookup problem$/,
        specimen: 'postfix/trivial-rewrite[9]: fatal: tcp:127.0.0.1:10001(0,lock|fold_fix): table lookup problem',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern:
          /^warning: (?:database )?memcache:\S+: (?:I\/O error: |EOF receiving memcache)|^warning: \S+: EOF receiving memcache server reply/,
        specimen:
          'postfix/postscreen[9]: warning: database memcache:/etc/postfix/memcache.cf: I/O error: Connection refused',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: new RegExp(
          `^warning: (?:(?:\\S+:)?(?:mysql|pgsql):\\S+: |(?:mysql|pgsql) )query failed: .*(?:${connectionLost})`,
        ),
        specimen:
          'postfix/proxymap[9]: warning: mysql:/etc/postfix/mysql-virtual.cf: query failed: MySQL server has gone away',
        strength: 'names',
        alternative: true,
      },
      endsWithinTls,
      {
        // Postal.
        pattern:
          /(?:Internal error: |\] )(?:Mysql2::Error|ActiveRecord::)\w*(?:::\w+)*: .*(?:Can't connect to|Lost connection to|server has gone away|Unknown MySQL server host)|\b(?:Mysql2::Error::ConnectionError|ActiveRecord::ConnectionNotEstablished): /,
        specimen:
          "[8] [2024-11-29T10:00:00.556] INFO -- : [S38AEUH2KB] [4::13341 15205] Internal error: Mysql2::Error::ConnectionError: Can't connect to MySQL server on 'mariadb' (115)",
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure, or 454 4.7.0 at AUTH',
  },
  repair: {
    words:
      'Start it, and ask it by hand. Where smtpd is chrooted, name 127.0.0.1 instead of localhost, or ask by proxy:.',
    commands: [
      'postmap -q alice@example.test mysql:/etc/postfix/mysql-virtual.cf',
      'systemctl status mariadb postgresql slapd',
      'postconf -n | grep -E "mysql:|pgsql:|ldap:"',
      'sed -i "s/^hosts *= *localhost/hosts = 127.0.0.1/" /etc/postfix/mysql-*.cf',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MYSQL_README.html', 'https://www.postfix.org/DATABASE_README.html'],
};
