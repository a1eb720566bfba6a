import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { parameter } from '../shared/facts';
import { refused, usesSasldb } from '../shared/sasl-files';
import { containerId, failed, localDomain, nobodyInRealm, noticedBy, realmFact } from './shared/realms';

export const mode: FailureMode = {
  id: 'passwords/local-domain-empty',
  kind: 'fault',
  title: 'smtpd_sasl_local_domain is not set, and the users do not have $myhostname as their realm',
  cause:
    'Without smtpd_sasl_local_domain a name without a domain gets the realm $myhostname. Users made with `saslpasswd2 -u ' +
    '$mydomain`, as the how-to does, are then found under their full name only.',
  symptoms: {
    log: failed,
    facts: [
      realmFact('no user has the realm that names without a domain get', (stored, login) => {
        return nobodyInRealm(stored, login) && !stored.every((realm) => containerId.test(realm));
      }),
      parameter('smtpd_sasl_local_domain', /^$/, 'smtpd_sasl_local_domain is empty or not set'),
      usesSasldb,
    ],
    client: refused,
  },
  repair: {
    words: 'Set it to the realm of the users.',
    commands: ["postconf -e 'smtpd_sasl_local_domain=$mydomain'", 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -X smtpd_sasl_local_domain',
    provoke: [loginOnly()],
    repair: "postconf -e 'smtpd_sasl_local_domain=$mydomain'",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [localDomain],
};
