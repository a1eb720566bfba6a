import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'saslauthd/ldap-unreachable',
  kind: 'fault',

  title: 'saslauthd, or the module that it asks, can not reach its LDAP server',
  cause:
    'ldap_servers in saslauthd.conf, or uri in that of pam_ldap or nslcd, names a host or port that does not answer or can’t be resolved, the server is overloaded, or TLS with it fails because its authority is unknown here. Nobody gets in.',
  symptoms: {
    log: [
      {
        pattern:
          /ldap_(?:simple_bind|sasl_bind|search_st|sasl_interactive_bind)\(?\)? ?failed.*(?:Can't contact LDAP server|Timed out|Connect error|Server is (?:unavailable|busy))|^start tls failed |ldap_initialize failed/,
        specimen: "saslauthd[9]: user ldap_search_st() failed: Can't contact LDAP server",
        strength: 'names',
        program: /^saslauthd$/,
      },
      {
        pattern: /^Retrying authentication$/,
        specimen: 'saslauthd[9]: Retrying authentication',
        strength: 'accompanies',
      },
      {
        pattern:
          /pam_ldap\(\S+\): Authentication service cannot retrieve|<authc="[^"]*"> (?:no available LDAP server found|failed to bind to LDAP server \S+: (?:Can't contact|Timed out|Connect error))/,
        specimen: 'nslcd[12]: [8b4567] <authc="alice"> no available LDAP server found, sleeping 1 seconds',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /pam_ldap: ldap_\w+ Can't contact LDAP server|<authc="[^"]*"> ldap_result\(\) failed: Can't contact/,
        specimen: `nslcd[12]: [8b4567] <authc="alice"> ldap_result() failed: Can't contact LDAP server`,
        strength: 'names',
        alternative: true,
      },
      {
        // Kolab’s saslauthd.
        pattern: /pykolab\.auth ERROR .*SERVER_DOWN\(/,
        specimen:
          "2016-01-27 22:40:52,116 pykolab.auth ERROR An error occured using _regular_search: SERVER_DOWN({'desc': \"Can't contact LDAP server\"},)",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed, or 454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Ask it by hand at the same address, then correct ldap_servers or ldap_tls_cacert_file.',
    commands: [
      'grep -v password /etc/saslauthd.conf',
      'ldapwhoami -x -H "$(sed -n "s/^ldap_servers: *//p" /etc/saslauthd.conf)"',
      'systemctl restart saslauthd',
    ],
  },
  unreproduced: 'The reference servers have no LDAP server.',
  versions: {},
  noticedBy: [],
  references: ['https://www.cyrusimap.org/sasl/sasl/pwcheck.html'],
};
