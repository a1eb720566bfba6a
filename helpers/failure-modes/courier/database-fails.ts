import type { FailureMode } from '../../model/failure-mode';
import { bindFailed, couldNotAsk, loginFailed } from './shared/login-failed';

export const mode: FailureMode = {
  id: 'courier/database-fails',
  kind: 'fault',
  title: 'Courier can’t ask its users’ database: MySQL, PostgreSQL, LDAP or PAM',
  cause:
    'authmysqlrc, authpgsqlrc or authldaprc name a server, a user or a table that are not so, or what they name does not run; or PAM has no file for the service. Every login fails, as if the password were wrong. courierldapaliasd asks LDAP for aliases by ldapaliasrc.',
  symptoms: {
    log: [
      {
        program: /^authdaemond?$/,
        pattern:
          /failed to connect to (?:mysql|postgres|ldap)|^(?:ldap|mysql)_\w+ failed(?!: Invalid credentials)|PQconnectdb|(?:authmysql|authpgsql|authldap|authsqlite)(?:lib)?: .*(?:fail|error|can't|cannot)|mysql_(?:query|select_db|real_connect) failed/i,
        specimen:
          'authdaemond: failed to connect to mysql server (server=localhost, userid=courier): Access denied for user',
        strength: 'names',
      },
      {
        pattern: /cannot connect to LDAP server \(|authdaemond: required value for |pam_start failed, result /,
        specimen: "authdaemond: cannot connect to LDAP server (ldap://ldap.example.com): Can't contact LDAP server",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /ldapaliasd?\S*: .*(?:ldap_simple_bind_s failed|Cannot (?:connect|read LDAP))|ldap_simple_bind_s failed: |Cannot read LDAP_\w+ from/,
        specimen: 'courierldapaliasd: ldap_simple_bind_s failed: Invalid credentials',
        strength: 'names',
        program: /^(?!authdaemond)/,
        alternative: true,
      },
      bindFailed,
      couldNotAsk,
      loginFailed,
      {
        pattern: /auth(?:mysql|pgsql|sqlite|ldap): \w+ (?:and \w+ )?not set in \/\S+rc\b/,
        specimen:
          'authdaemond: authmysql: MYSQL_CRYPT_PWFIELD and MYSQL_CLEAR_PWFIELD not set in /etc/courier/authmysqlrc.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 Authentication failed.',
  },
  repair: {
    words: 'Ask by hand with the same values.',
    commands: ['authtest alice@example.test', 'grep -v PASSWORD /etc/courier/authmysqlrc'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/authlib/README_authlib.html'],
};
