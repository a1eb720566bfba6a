import type { LogSign } from '../../../model/failure-mode';

/** What asks a table of a database gets no answer. */
export const tableFails: LogSign = {
  pattern: /^warning: (?:proxy:)?(?:mysql|pgsql|ldap):\S+(?:: table)? lookup (?:error|problem)/,
  specimen: 'postfix/smtpd[9]: warning: mysql:/etc/postfix/mysql-sender-login.cf lookup error for "alice@example.test"',
  strength: 'suggests',
};
