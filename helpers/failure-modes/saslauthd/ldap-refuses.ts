import type { FailureMode } from '../../model/failure-mode';
import { fromSaslauthd, refusedByBackEnd } from '../shared/saslauthd';
import { slapdRefusesBind } from '../shared/slapd';
import { loginRefused, verificationFailed } from './shared/asked';
import { answersNo } from './shared/testsaslauthd';

export const mode: FailureMode = {
  id: 'saslauthd/ldap-refuses',
  kind: 'fault',
  title: 'saslauthd asks LDAP, and the user is not let in',
  cause:
    'saslauthd runs and answers: its LDAP back end found no entry for the user, more than one, could not bind with the name and password of saslauthd.conf, could not reach the LDAP server (then there is a line of its own), or the password is another. It says Unknown for all of them. Most often ldap_search_base or ldap_filter does not fit the name that the client logs in with, with or without the realm.',
  symptoms: {
    log: [
      refusedByBackEnd(
        /\[user=.*\] \[mech=ldap\] \[reason=/,
        '[user=alice] [service=smtp] [realm=] [mech=ldap] [reason=Unknown]',
        'names',
      ),
      {
        ...fromSaslauthd(
          /^(?:Duplicate entries found \(|ldap_(?:simple|sasl_interactive)_bind\(\) failed \d+ \((?!Can't contact|Timed out|Connect error|Server is (?:unavailable|busy)))/,
          'Duplicate entries found ((uid=alice)).',
          'names',
        ),
        alternative: true,
      },
      fromSaslauthd(
        /^(?:Domain\/Realm not available\.$|Entry not found|Domain\/entry not found|pam_ldap: error trying to bind as user |Authentication failed for \S+: )/,
        'Authentication failed for alice: Bind to ldap server failed (invalid user/password or insufficient access) (-7)',
        'suggests',
      ),
      { ...loginRefused, strength: 'suggests' },
      { ...verificationFailed, strength: 'accompanies' },
      {
        pattern:
          /<authc="[^"]*"> (?:uid=\S+: (?:Invalid credentials|Password expired)|request denied by validnames option)|<authz="[^"]*"> pam_authz_search .*found no matches|user ldap_search_st\(\) failed: (?:No such object|Insufficient access)/,
        specimen: 'nslcd[12]: [8b4567] <authc="alice"> uid=alice,ou=people,dc=example,dc=com: Invalid credentials',
        strength: 'suggests',
        alternative: true,
      },
      answersNo,
      slapdRefusesBind,
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words:
      'Ask LDAP the same by hand, as the user of ldap_bind_dn; then correct ldap_filter (%u is the name without, %U and %r parts of it) or ldap_search_base in saslauthd.conf.',
    commands: [
      'testsaslauthd -s smtp -u alice -p PASSWORD',
      'ldapsearch -x -H ldap://127.0.0.1 -D BIND_DN -W -b SEARCH_BASE "(uid=alice)"',
      'grep -v password /etc/saslauthd.conf',
    ],
  },
  unreproduced: 'The reference servers have no LDAP server.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/984',
    'https://github.com/lldap/lldap/issues/642',
  ],
};
