import type { LogSign } from '../../../model/failure-mode';

/** What asks a table of a database gets no answer. */
export const tableFails: LogSign = {
  pattern:
    /^warning: (?:\w+: )?(?:proxy:)?(?:mysql|pgsql|ldap|sqlite|socketmap|tcp):\S+(?:: table)? lookup (?:error|problem)|^fatal: (?:proxy:)?(?:mysql|pgsql|ldap|sqlite|socketmap):\S+: table lookup problem$/,
  specimen: 'postfix/smtpd[9]: warning: mysql:/etc/postfix/mysql-sender-login.cf lookup error for "alice@example.test"',
  strength: 'suggests',
};

/** The same in the words of cleanup and others, which name the parameter and no table. */
export const mapFails: LogSign = {
  pattern:
    /^warning: (?:\w+: \S+ map lookup problem(?: for \S+)? -- (?:message not accepted, try again later|deferring delivery)|\w+: (?:header|body|mime_header|nested_header)_checks map lookup problem -- message not accepted|(?:(?:transport|relocated|virtual_alias|alias|relay_recipient)_maps|(?:virtual_alias|virtual_mailbox|relay)_domains) lookup failure)/,
  specimen:
    'postfix/cleanup[9]: warning: 4Q1ABCD0: virtual_alias_maps map lookup problem for alice@example.test -- message not accepted, try again later',
  strength: 'accompanies',
};

/** A database that was reached, and ends the connection or has ended it before: in the words of the client libraries. */
export const connectionLost =
  'has gone away|Lost connection to|server closed the connection|terminating connection|could not (?:receive|send) data|no connection to the server|SSL SYSCALL error|connection has been closed|the database system is |disconnected by the server because of inactivity|Server shutdown in progress|server conn crashed';

/** A database that was reached and does not let Postfix in, or can’t agree with it on TLS: in the words of the client libraries. */
export const databaseRefuses = [
  'Access denied|authentication failed|password has expired|no password supplied|is blocked because of',
  'no pg_hba|permission denied for|not permitted to log in|is not allowed to connect',
  'Unknown database|(?:database|role) "[^"]*" does not exist',
  // The library is too old for the server, or has no plug-in for what it wants.
  "Client does not support authentication protocol|Authentication plugin|Plugin '?\\w+'? could not be loaded",
  "SCRAM authentication|authentication method \\d+ not supported|Can't initialize character set",
  'insecure transport|requires secure connection|RSA Encryption not supported',
  '\\b(?:SSL|TLS)\\b(?! SYSCALL| connection has been closed|.* unexpected eof)',
].join('|');

/** TLS ends in the middle: the server does not like it, or broke off for another reason. */
export const endsWithinTls: LogSign = {
  pattern: /^warning: connect to (?:mysql|pgsql) server .* unexpected eof while reading/,
  specimen: 'postfix/proxymap[9]: warning: connect to mysql server db: TLS/SSL error: unexpected eof while reading',
  strength: 'suggests',
  alternative: true,
};
