import type { FailureMode } from '../../model/failure-mode';
import { lookupFailed } from '../relay-refused/shared/tables';
import { slapdGetsNoFilter } from '../shared/slapd';
import { connectionLost, mapFails, tableFails } from './shared/databases';

export const mode: FailureMode = {
  id: 'services/database-query-fails',
  kind: 'fault',
  title: 'a database can’t answer the query of a table, or the query is none',
  cause:
    'Postfix reached the database, and its query is wrong (a quote or parenthesis, the name of a column, table or search base), the user may not read it, or the database fails at it, as with a crashed table; of a socketmap the program behind it. The end of the line says which. “Operations error” is Active Directory’s answer without a login (bind = no), also to referrals that the library follows where a search goes from the domain’s root at port 389. Port 3268, a deeper search_base or chase_referrals = no avoids those.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `^warning: (?:(?:mysql|pgsql|sqlite) query failed: |(?:\\S+ )?(?:mysql|pgsql): query failed)(?!.*(?:${connectionLost}))`,
        ),
        specimen:
          "postfix/proxymap[106]: warning: mysql query failed: You have an error in your SQL syntax; check the manual that corresponds to your MariaDB server version for the right syntax to use near ''1' at line 1",
        strength: 'names',
      },
      {
        pattern:
          /^(?:warning|fatal): dict_sqlite_lookup: (?!.*(?:disk I\/O error|is locked|unable to open|readonly database|not a database)).*(?:SQL|query)|^warning: dict_ldap_lookup: \S+: Search base '|^fatal: \S+: '(?:select_field|table|where_field)' parameter not defined|^fatal: db_common_parse: |^warning: dict_ldap_lookup: Search (?:base .* not found|error \d+: (?!Can't contact))/,
        specimen: 'postfix/smtpd[9]: warning: dict_ldap_lookup: Search error 1: Operations error',
        strength: 'names',
        alternative: true,
      },
      tableFails,
      mapFails,
      lookupFailed,
      {
        pattern:
          /SQL (?:prepare failed: |step failed for query)(?!.*(?:disk I\/O error|is locked|unable to open|readonly database|not a database))/,
        specimen: 'postfix/smtpd[9]: fatal: dict_sqlite: /etc/postfix/x.cf: SQL prepare failed: no such table: users',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^warning: .*socketmap server (?:temporary|permanent) error: /,
        specimen:
          'postfix/trivial-rewrite[9]: warning: socketmap:unix:/tmp/podop.socket:domain socketmap server temporary error: unknown error',
        strength: 'names',
        alternative: true,
      },
      slapdGetsNoFilter,
      {
        pattern: new RegExp(
          `^warning: (?:(?:\\S+:)?(?:mysql|pgsql|sqlite):\\S+: query failed: |(?:mysql|pgsql|sqlite):\\S+ query failed)(?!.*(?:${connectionLost}))`,
        ),
        specimen:
          "postfix/smtpd[9]: warning: mysql:/etc/postfix/mailboxes.cf: query failed: Unknown column 'x' in 'field list'",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure, or 454 4.7.0 at AUTH',
  },
  repair: {
    words: 'Ask the table by hand; postmap shows what the database says to it.',
    commands: [
      'postmap -q alice@example.test mysql:/etc/postfix/mysql-virtual.cf',
      'grep -E "^(query|table|select_field|where_field)" /etc/postfix/*sql*.cf',
      'grep -E "^(server_host|server_port|search_base|bind|chase_referrals)" /etc/postfix/*ldap*.cf',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'The reference server has no database.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/mysql_table.5.html',
    'https://www.postfix.org/ldap_table.5.html',
    'https://github.com/mailcow/mailcow-dockerized/issues/784',
  ],
};
