import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/ldap-table-malformed',
  kind: 'fault',
  follows: true,
  title: 'a setting in the file of an LDAP table is none, or asks nothing',
  cause:
    'query_filter without %s asks the same whatever the address is; server_host, scope, version, dereference or tls_… have a value that Postfix does not know; ldaps:// and start_tls want version = 3.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning|fatal|error): dict_ldap_\w+: (?:.*(?:Fixed query_filter|Unrecognized value|unsupported parameter value: |error parsing URL|URL scheme \S+ requires protocol|start_tls requires protocol|Unknown version|ignoring cache|incompatible TLS support|run-time API)|Unable to (?:set LDAP protocol|set dereference|set Referral|set query result|allocate new TLS))/,
        specimen:
          'postfix/smtpd[9]: warning: dict_ldap_open: /etc/postfix/ldap.cf: Fixed query_filter (mail=x) is probably useless',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure, or everybody is found',
  },
  repair: {
    words: 'Correct it, and ask by hand.',
    commands: [
      'grep -nE "filter|server_host|scope|version|tls" /etc/postfix/ldap-*.cf',
      'postmap -q alice@example.test ldap:/etc/postfix/ldap-users.cf',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ldap_table.5.html'],
};
