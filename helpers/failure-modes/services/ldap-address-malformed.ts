import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/ldap-address-malformed',
  kind: 'fault',
  title: 'the server_host of an LDAP table is no address that the LDAP library understands',
  cause:
    'The library reads the address before it asks anybody, so that the server may be in best health. It has a port twice, in server_host and in server_port; a comma or a quote; one slash or none behind ldap:; or ldaps: or ldapi:, which this library was built without. What is asked fails, and is put off.',
  symptoms: {
    log: [
      {
        pattern: /^warning: dict_ldap_connect: Unable to init LDAP server /,
        specimen:
          'postfix/trivial-rewrite[97]: warning: dict_ldap_connect: Unable to init LDAP server ldap://ldap.example.test:389:389',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure',
  },
  repair: {
    words: 'Write it as ldap://name:port, several with blanks between them, and leave server_port out.',
    commands: [
      'grep -nE "^(server_host|server_port)" /etc/postfix/*ldap*.cf',
      'postmap -q alice@example.test ldap:/etc/postfix/ldap-users.cf',
    ],
  },
  unreproduced: 'Our images have no LDAP server.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ldap_table.5.html'],
};
