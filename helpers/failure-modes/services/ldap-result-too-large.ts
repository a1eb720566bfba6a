import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/ldap-result-too-large',
  kind: 'fault',
  title: 'a table of LDAP or SQL finds more than it may, or LDAP groups within groups without an end',
  cause:
    'size_limit, expansion_limit or recursion_limit is reached: a filter or a query that fits too many entries, or a group that has itself as a member.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: dict_ldap_\w+(?:\[\d+\])?: .*(?:Query size limit|Expansion limit exceeded|Recursion limit exceeded)|^warning: dict_\w+_lookup: \S+: Expansion limit exceeded for key/,
        specimen:
          'postfix/smtpd[9]: warning: dict_ldap_get_values[1]: /etc/postfix/ldap.cf: Recursion limit exceeded for special attribute member=cn=all',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure',
  },
  repair: {
    words: 'Narrow the filter, or raise the limit.',
    commands: [
      'postmap -q all@example.test ldap:/etc/postfix/ldap-groups.cf',
      'grep -n limit /etc/postfix/*ldap*.cf /etc/postfix/*sql*.cf',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ldap_table.5.html'],
};
