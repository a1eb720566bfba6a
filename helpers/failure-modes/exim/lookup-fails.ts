import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lookup-fails',
  kind: 'fault',
  title: 'a look-up of Exim fails: its file, its database or DNS does not tell',
  cause:
    'A router, a transport or an ACL asks a file, a database or DNS. The file is closed to Exim’s user or is not there; the database does not answer, refuses the login or does not take the question; or DNS does not answer. Exim then knows neither yes nor no, and defers. With Permission denied since version 4.94 it may as well be a name made of what a client said, and SELinux or AppArmor may forbid it.',
  symptoms: {
    log: [
      {
        pattern: /^(?!.*authenticator failed).*lookup of "[^"]*" gave DEFER: (?!tainted)/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: lookup of "SELECT 1" gave DEFER: MYSQL connection failed: Access denied for user',
        strength: 'names',
      },
      {
        pattern:
          /^(?!.*authenticator failed).*(?:MYSQL|PGSQL) connection (?:failed|to \S+ failed): |failed to (?:bind the LDAP connection to|initialize for LDAP server)/,
        specimen: "2026-11-24 23:49:37 MYSQL connection failed: Can't connect to local MySQL server",
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /failed to expand .*failed to open \/\S+: (?:No such file or directory|Permission denied)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-1): failed to expand "interface" option for remote_smtp transport: failed to open /etc/exim4/domains/example.test/ip: Permission denied (euid=108 egid=115)',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /failed to expand ACL string .*: failed to open |temporarily rejected RCPT .*failed to open /,
        specimen:
          '2026-11-24 23:49:37 failed to expand ACL string "condition": failed to open /etc/relay for linear search: No such file or directory',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^(?!.*authenticator failed).*failed to open \/\S+ for (?:\w+ )*(?:lookup|search): /,
        specimen: `2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=virtual_user T=virtual_userdelivery defer (-31): Failed to expand user string "\${lookup{$domain}lsearch{/etc/virtual/domainowners}{$value}}" for the virtual_user router: failed to open /etc/virtual/domainowners for linear search: No such file or directory`,
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Ask as Exim’s user what Exim asks.',
    commands: [
      'exim -bt alice@example.test',
      'sudo -u Debian-exim cat /etc/exim4/domains/example.test/aliases >/dev/null',
      'exim -bP mysql_servers pgsql_servers',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-file_and_database_lookups.html'],
};
