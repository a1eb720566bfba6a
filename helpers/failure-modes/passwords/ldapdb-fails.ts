import type { FailureMode } from '../../model/failure-mode';
import { verificationFailed } from '../shared/saslauthd';

export const mode: FailureMode = {
  id: 'passwords/ldapdb-fails',
  kind: 'fault',
  title: 'SASL’s ldapdb plug-in can not ask its LDAP server',
  cause:
    'auxprop_plugin is ldapdb, and the server of ldapdb_uri does not answer, or its socket is outside smtpd’s chroot. With a ' +
    'wrong ldapdb_id or ldapdb_pw smtpd says only that the user’s login failed: the reason is in the log of slapd, as ' +
    'a login by SASL of which the answer does not fit.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: \S+: SASL \S+ authentication failed: remote authentication server unavailable(?:, sasl_username=.*)?$/,
        specimen:
          'postfix/submission/smtpd[30]: warning: client.outside.example[198.51.100.7]: SASL PLAIN authentication failed: remote authentication server unavailable, sasl_username=alice@example.test',
        strength: 'names',
      },
      {
        pattern: /^SASL \[conn=\d+\] Failure: /,
        specimen: "slapd[72]: SASL [conn=1000] Failure: client response doesn't match what we generated (tried bogus)",
        strength: 'suggests',
        program: /^slapd$/,
      },
      verificationFailed,
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure: remote authentication server unavailable',
  },
  repair: {
    words: 'Ask the LDAP server as postfix, with the values of smtpd.conf.',
    commands: [
      'grep ^ldapdb_ /etc/sasl2/smtpd.conf | grep -v _pw   # Debian: /etc/postfix/sasl/smtpd.conf',
      'ldapwhoami -H ldapi:/// -Y DIGEST-MD5 -U postfix -X u:alice',
      'postconf -M | grep smtpd',
    ],
  },
  unreproduced: 'Its lines were seen on the server of containers/stores/ldapdb; the image of the modes has no LDAP.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#auxprop_ldapdb', 'Cyrus SASL plugins/ldapdb.c'],
};
