import type { FailureMode } from '../../model/failure-mode';
import { lookupFailed } from '../relay-refused/shared/tables';
import { connectionLost, mapFails, tableFails } from './shared/databases';

export const mode: FailureMode = {
  id: 'services/database-down',
  kind: 'fault',

  title: 'a database or server that Postfix asks can’t be reached, or breaks the connection off',
  cause:
    'Users, aliases or owners of addresses are in MySQL, PostgreSQL or LDAP, or asked of a program by tcp: or socketmap:, as of postsrsd. It is down, has too many connections, or closed an idle one (“has gone away”); its name or socket is wrong (a chroot has none) or closed by rights or SELinux; or a firewall lies between. “Can’t contact LDAP server” is also said where TLS fails. What is asked fails, and is put off.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: connect to TCP map \S+: |^warning: table socketmap:\S+ lookup error: (?:No such file|Connection refused|Permission denied|time limit exceeded)|^warning: connect to (?:mysql|pgsql) server (?!.*(?:Access denied|authentication failed|Permission denied|no pg_hba|Client does not support authentication protocol|Authentication plugin|is not allowed to connect|is blocked because of|no password supplied|SCRAM authentication|not permitted to log in|\b(?:SSL|TLS)\b(?! SYSCALL)|insecure transport|Unknown database|(?:database|role) "[^"]*" does not exist)).*|^(?:warning|error): dict_ldap_(?:connect|lookup): (?:.*(?:-1|81): Can't contact LDAP server|Unable to (?:connect to LDAP server|init LDAP server) |Unable to set STARTTLS: \S+ [Tt]imed out|Unable to bind to server (?!ldap:\/\/localhost:389 (?:as|with dn) ?: ).*: -1 )/,
        specimen:
          "postfix/proxymap[9]: warning: connect to mysql server localhost: Can't connect to local MySQL server through socket '/var/run/mysqld/mysqld.sock' (2)",
        strength: 'names',
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
