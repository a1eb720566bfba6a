import type { FailureMode } from '../../model/failure-mode';
import { slapdGetsNoFilter } from '../shared/slapd';

export const mode: FailureMode = {
  id: 'saslauthd/ldap-configuration-broken',
  kind: 'fault',

  title: 'saslauthd can not use saslauthd.conf',
  cause:
    'With -a ldap saslauthd reads /etc/saslauthd.conf (another with -O): it is not there, not readable, or has an option that is misspelt or without a value.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:Could not open saslauthd config file: |Error in saslauthd config file on line \d+: |filter pattern not setup$)/,
        specimen: 'saslauthd[9]: Could not open saslauthd config file: /etc/saslauthd.conf (No such file or directory)',
        strength: 'names',
        program: /^saslauthd$/,
      },
      slapdGetsNoFilter,
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed, or 454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Write the file: `option: value`, a line each.',
    commands: [
      'printf "ldap_servers: ldap://127.0.0.1\\nldap_search_base: ou=people,dc=example,dc=test\\nldap_filter: (uid=%u)\\n" >/etc/saslauthd.conf',
      'systemctl restart saslauthd',
      'testsaslauthd -s smtp -u alice -p PASSWORD',
    ],
  },
  unreproduced: 'The reference servers have no LDAP server.',
  versions: {},
  noticedBy: [],
  references: ['https://www.cyrusimap.org/sasl/sasl/pwcheck.html'],
};
