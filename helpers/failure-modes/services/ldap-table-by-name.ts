import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/ldap-table-by-name',
  kind: 'fault',
  title: 'a table of LDAP is named without its path, and Postfix takes the name for parameters of main.cf',
  cause:
    'ldap:virtual is the old form: server, base and filter are then virtual_server_host and others in main.cf, which are not there, so that Postfix asks localhost without a name and a password. A file has to begin with a slash; the same holds of mysql: and pgsql:. With a file it is so where server_host is missing in it.',
  symptoms: {
    log: [
      {
        pattern: /Unable to bind to server ldap:\/\/localhost:389 (?:as|with dn) ?: -?\d+ /,
        specimen:
          "postmap: warning: dict_ldap_connect: Unable to bind to server ldap://localhost:389 as : -1 (Can't contact LDAP server)",
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure',
  },
  repair: {
    words: 'Write the whole path, and server_host into the file.',
    commands: ['postconf -n | grep ldap:', 'postmap -q alice@example.test ldap:/etc/postfix/ldap-aliases.cf'],
  },
  unreproduced: 'Our images have no LDAP server.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/LDAP_README.html', 'https://www.postfix.org/ldap_table.5.html'],
};
