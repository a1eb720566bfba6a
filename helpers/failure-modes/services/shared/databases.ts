import type { LogSign } from '../../../model/failure-mode';

/** What asks a table of a database gets no answer. */
export const tableFails: LogSign = {
  pattern:
    /^warning: (?:\w+: )?(?:proxy:)?(?:mysql|pgsql|ldap|sqlite|socketmap):\S+(?:: table)? lookup (?:error|problem)|^fatal: (?:proxy:)?(?:mysql|pgsql|ldap|sqlite|socketmap):\S+: table lookup problem$/,
  specimen: 'postfix/smtpd[9]: warning: mysql:/etc/postfix/mysql-sender-login.cf lookup error for "alice@example.test"',
  strength: 'suggests',
};

/** The same in the words of cleanup and others, which name the parameter and no table. */
export const mapFails: LogSign = {
  pattern:
    /^warning: (?:\w+: \S+ map lookup problem for \S+ -- (?:message not accepted, try again later|deferring delivery)|\w+: (?:header|body|mime_header|nested_header)_checks map lookup problem -- message not accepted|(?:(?:transport|relocated|virtual_alias|alias|relay_recipient)_maps|(?:virtual_alias|virtual_mailbox|relay)_domains) lookup failure)/,
  specimen:
    'postfix/cleanup[9]: warning: 4Q1ABCD0: virtual_alias_maps map lookup problem for alice@example.test -- message not accepted, try again later',
  strength: 'accompanies',
};

/** A database that was reached, and ends the connection or has ended it before: in the words of the client libraries. */
export const connectionLost =
  'has gone away|Lost connection to|server closed the connection|terminating connection|could not (?:receive|send) data|no connection to the server|SSL SYSCALL error|connection has been closed|the database system is ';
