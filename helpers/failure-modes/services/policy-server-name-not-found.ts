import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';
import { nameOfServerNotFound } from './shared/names-of-servers';

export const mode: FailureMode = {
  id: 'services/policy-server-name-not-found',
  kind: 'fault',

  title: 'the address of a policy server, or of a table’s server, can not be found or used',
  cause:
    'check_policy_service, or a table of type socketmap or memcache, names a host that does not resolve where smtpd runs: it was left from an example, the container has another name or is in another network, or smtpd’s chroot has no resolv.conf and no hosts. The same is said where the name leads to IPv6 only and the machine has none.',
  symptoms: {
    log: [
      {
        pattern: /^warning: connect to (?!localhost:)[a-z][\w.-]*:\d+: (?:Cannot|Can't) assign requested address$/i,
        specimen: 'postfix/smtpd[1633]: warning: connect to policy.example.test:10031: Cannot assign requested address',
        strength: 'names',
        program: smtpdProgram,
      },
      nameOfServerNotFound,
    ],
    facts: [],
    client: '451 4.3.5 Server configuration problem, or 421, or the connection is closed',
  },
  repair: {
    words: 'Name the policy server by an address, or by a name that resolves for smtpd.',
    commands: [
      'postconf -n | grep -E "check_policy_service|socketmap|memcache"; postconf -P | grep check_policy_service',
      'getent ahosts policy.example.test',
      'ls /var/spool/postfix/etc/resolv.conf /var/spool/postfix/etc/hosts   # where smtpd is chrooted',
    ],
  },
  reproduction: {
    inject: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, \\
  permit_sasl_authenticated, reject_unauth_destination, check_policy_service inet:policy.invalid:10023"`,
    provoke: [mailToLocalUser],
    repair: `postconf -e "smtpd_recipient_restrictions = permit_mynetworks, permit_sasl_authenticated, \\
  reject_unauth_destination"`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/SMTPD_POLICY_README.html',
    'https://github.com/r-raymond/nixos-mailserver/issues/87',
  ],
};
