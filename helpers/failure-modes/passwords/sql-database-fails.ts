import type { FailureMode } from '../../model/failure-mode';
import { genericFailure, temporaryFailure } from '../shared/saslauthd';

export const mode: FailureMode = {
  id: 'passwords/sql-database-fails',
  kind: 'fault',
  title: 'SASL’s SQL plug-in can not ask its database',
  cause:
    'auxprop_plugin is sql, and the database of sql_hostnames does not answer, does not let sql_user in, does not ' +
    'understand sql_select, or is a file that postfix may not read. In a chroot the socket of a local server is out of ' +
    'reach. The plug-in for SQLite says nothing of a query that fails: then it looks like a user that is not there.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning: SASL authentication (?:problem|failure): )?(?:sql (?:auxprop )?plugin:? (?:couldn't connect to any host|could not (?:connect to host|execute mysql_init)|unable to open database file)|sql query failed: )/,
        specimen:
          "postfix/submission/smtpd[25]: warning: SASL authentication problem: sql plugin couldn't connect to any host?",
        strength: 'names',
      },
      genericFailure,
      {
        pattern: /^warning: SASL authentication (?:problem|failure): sql plugin: connection to server /,
        specimen:
          'postfix/smtpd[12]: warning: SASL authentication problem: sql plugin: connection to server at "127.0.0.1", port 5432 failed: FATAL:  password authentication failed for user "mail"',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^warning: SASL authentication (?:problem|failure): (?:SQL engine '[^']*' not supported|'%[uprv]' shouldn't be in a )/,
        specimen: "postfix/smtpd[12]: warning: SASL authentication problem: SQL engine 'mysqli' not supported",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^(?:warning: SASL \S+ failure: )?SQL engine '\S*' not supported/,
        specimen: "postfix/smtpd[9]: SQL engine 'mysql' not supported",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: temporaryFailure,
  },
  repair: {
    words: 'Ask the database as postfix, with the values of smtpd.conf; name it by address where smtpd is chrooted.',
    commands: [
      'grep ^sql_ /etc/sasl2/smtpd.conf | grep -v passwd   # Debian: /etc/postfix/sasl/smtpd.conf',
      'mysql -h 127.0.0.1 -u mail -p mail   # then the query of sql_select, with a user’s name',
      'postconf -M | grep smtpd',
    ],
  },
  unreproduced:
    'Its lines were seen on the server of containers/stores/sql; the image of the modes has no such plug-in.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#auxprop_sql', 'Cyrus SASL plugins/sql.c'],
};
