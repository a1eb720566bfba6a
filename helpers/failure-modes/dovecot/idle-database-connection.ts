import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/idle-database-connection',
  kind: 'noise',
  title: 'the database has closed a connection that Dovecot kept, and Dovecot asks again',
  cause:
    'wait_timeout of MySQL is shorter than the pause between two logins, a directory or a firewall ends idle connections, or the database was restarted in between. Dovecot notices it at the next look-up, connects anew and asks again: nobody is refused, unless an error of its own follows.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:Warning|Error): .*Query failed, retrying: (?:MySQL server has gone away|Lost connection to MySQL server|server closed the connection|.*terminating connection)/,
        specimen:
          'dovecot: auth-worker(23513): Warning: sqlpool(mysql): Query failed, retrying: MySQL server has gone away (idled for 900 secs)',
        strength: 'names',
      },
      {
        pattern: /\bLDAP\b.*: Connection lost to LDAP server, reconnecting/,
        specimen:
          'dovecot: auth: Error: LDAP /etc/dovecot/dovecot-ldap.conf.ext: Connection lost to LDAP server, reconnecting',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the login goes on.',
  },
  repair: {
    words: 'Nothing needs to be done. To be rid of the line, lengthen wait_timeout.',
    commands: ['mysql -e "SHOW VARIABLES LIKE \'wait_timeout\'"'],
  },
  unreproduced: 'Our images have no MySQL.',
  versions: {},
  noticedBy: [],
  references: ['https://dev.mysql.com/doc/refman/8.4/en/gone-away.html'],
};
