import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { parameter } from '../shared/facts';
import { refused, usesSasldb } from '../shared/sasl-files';
import { containerId, failed, localDomain, nobodyInRealm, noticedBy, realmFact } from './shared/realms';

export const mode: FailureMode = {
  id: 'passwords/local-domain-differs',
  kind: 'fault',
  title: 'smtpd_sasl_local_domain is another realm than that of the users',
  cause:
    'smtpd appends smtpd_sasl_local_domain to names without a domain, and SASL looks for exactly that. Where saslpasswd2 ' +
    'was given another realm with -u, nobody is found under the short name, though the full name as stored works. ' +
    'Newer versions show in sasl_username= what was looked for; older ones show nothing.',
  symptoms: {
    log: failed,
    facts: [
      realmFact('no user has the realm that names without a domain get', (stored, login) => {
        return nobodyInRealm(stored, login) && !stored.every((realm) => containerId.test(realm));
      }),
      parameter(
        'smtpd_sasl_local_domain',
        /^(?!(?:mydomain|myhostname|mydestination)$)./,
        'smtpd_sasl_local_domain is set',
      ),
      usesSasldb,
    ],
    client: refused,
  },
  repair: {
    words: 'Make it the realm of the users.',
    commands: ['sasldblistusers2', "postconf -e 'smtpd_sasl_local_domain=$mydomain'", 'systemctl reload postfix'],
  },
  reproduction: {
    inject: "postconf -e 'smtpd_sasl_local_domain=$myhostname'",
    provoke: [loginOnly()],
    repair: "postconf -e 'smtpd_sasl_local_domain=$mydomain'",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [localDomain, 'https://github.com/bokysan/docker-postfix/issues/192'],
};
