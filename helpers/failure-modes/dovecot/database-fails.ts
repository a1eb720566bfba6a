import type { FailureMode } from '../../model/failure-mode';
import { roundcubeTemporary } from '../client/shared/several-mistakes';
import { slapdGetsNoFilter } from '../shared/slapd';
import { temporaryFailure } from './shared/temporary-failure';

export const mode: FailureMode = {
  id: 'dovecot/database-fails',
  kind: 'fault',

  title: 'Dovecot can not ask its database of users, or can not use what it answers',
  cause:
    'passdb or userdb is sql, ldap or passwd, and the server does not answer, does not let Dovecot in, or does not understand the query. At the start of a machine or of containers the database may only be up later than Dovecot, which asks again (“waiting for 1 seconds before retry”): that passes by itself. To MySQL’s library host=localhost means a Unix socket, which another container or a chroot does not have; 127.0.0.1 or a name goes by TCP. With ldaps:// it is also that no CA file vouches for the server. "Operations error" is Active Directory’s: libldap follows its referrals without a login, or Dovecot has no dn to search with. "Multiple": the query finds several entries for one name.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^(?!dict\b).*(?:mysql|pgsql|sqlite)(?:\([^)]*\))?: (?:Connect failed|Connection failed|[Qq]uery failed(?!, retrying))|sql\([^)]*\)(?:<[^>]*>)?: (?:Password|User) query failed|\bauth\b.*(?<!pam_)(?:LDAP|ldap)(?:\([^)]*\))?: (?:Can't connect to server|binding failed|.*[Cc]an't contact LDAP server|ldap_(?:bind|search|search_ext|sasl_bind|start_tls_s)\(.*\) failed|ldap_search\(.*\) parsing failed: |LDAP search returned multiple entries))/,
        specimen:
          "dovecot: auth-worker(123): Error: sql(alice@example.test,198.51.100.7): Password query failed: Unknown column 'password' in 'field list'",
        strength: 'names',
      },
      {
        pattern:
          /(?:request \[\d+\]: |>: )Error: (?:sql: Password query (?:failed|returned multiple)|ldap: (?:passdb_ldap_filter|userdb_ldap_filter) matched multiple)|LDAP \S+: binding failed/,
        specimen:
          'dovecot: auth-worker(alice,203.0.113.9,sasl:plain)<23><Tq3gR7lE0cXLAHEJ>: request [1]: Error: sql: Password query returned multiple matches',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /auth: (?:Error|Fatal): LDAP \S+: (?:Can.t connect to server|No base given|Don.t use both tls=yes)|(?:pass|user)_filter matched multiple objects/,
        specimen:
          "dovecot: auth: Error: LDAP /etc/dovecot/dovecot-ldap.conf.ext: Can't connect to server: ldap.example.com",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /\bLDAP\b.*: Connection lost to LDAP server(?!, reconnecting)|Query timed out \(no free connections for |Password query returned multiple matches|(?:passdb_ldap_filter|userdb_ldap_filter|pass_filter|user_filter) matched multiple objects/,
        specimen: 'dovecot: auth-worker(9): Error: sql(alice,203.0.113.4): Password query returned multiple matches',
        strength: 'names',
        alternative: true,
      },
      {
        // Whatever kept auth from an answer.
        pattern: /lmtp\(\d+\): Error: .*Failed to lookup user \S+: Internal error/,
        specimen:
          'dovecot: lmtp(1234): Error: rcpt alice@example.test: Failed to lookup user alice@example.test: Internal error occurred. Refer to server log for more information.',
        strength: 'suggests',
        alternative: true,
      },
      temporaryFailure,
      slapdGetsNoFilter,
      roundcubeTemporary,
      {
        pattern:
          /pgsql\S*: [Cc]onnect failed to |Password query returned multiple matches|auth[\w-]*: Error: .*getpwnam\(\) failed: /,
        specimen:
          'dovecot: auth: Error: pgsql(localhost): Connect failed to database vmail: connection refused (state: failed)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure, or 535 5.7.8 Error: authentication failed',
  },
  repair: {
    words:
      'Ask by hand with the values of Dovecot’s file. For Active Directory take port 3268, a deeper base such as ou=people,dc=example,dc=test, or REFERRALS off.',
    commands: [
      'doveadm auth test alice@example.test',
      'doveadm log errors | tail',
      'grep -rE "^ *(driver|connect|hosts|password_query|passdb_sql_query|sql_driver)" /etc/dovecot | sed "s/password=[^ ]*/password=…/"',
      'mysql -h 127.0.0.1 -u mail -p mail -e "SELECT 1"; ls -l /run/mysqld/mysqld.sock   # by TCP, and the socket',
      'yum install openldap-clients   # Debian: apt-get install ldap-utils libldap-common',
      'ldapsearch -x -H ldap://dc1.example.test:3268 -D mail@example.test -W -b dc=example,dc=test "(sAMAccountName=alice)"',
      'grep -E "REFERRALS|TLS_CACERT" /etc/openldap/ldap.conf   # Debian: /etc/ldap/ldap.conf; REFERRALS off',
    ],
  },
  unreproduced: 'The image with Dovecot has no database.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.4.1/core/config/auth/databases/sql.html',
    'https://doc.dovecot.org/2.4.1/core/config/auth/databases/ldap.html',
    'https://doc.dovecot.org/2.4.2/howto/active_directory.html',
  ],
};
