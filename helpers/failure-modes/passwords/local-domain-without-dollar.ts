import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { parameter } from '../shared/facts';
import { refused, usesSasldb } from '../shared/sasl-files';
import { failed, localDomain, nobodyInRealm, noticedBy, realmFact } from './shared/realms';

const bareWord = /^(?:mydomain|myhostname|mydestination)$/;

export const mode: FailureMode = {
  id: 'passwords/local-domain-without-dollar',
  kind: 'fault',
  title: 'smtpd_sasl_local_domain lacks its dollar sign',
  cause:
    '`smtpd_sasl_local_domain = mydomain` is the realm `mydomain`, a word, and not the value of that parameter. Postfix has ' +
    'nothing to complain about, and no user is in such a realm.',
  symptoms: {
    log: failed,
    facts: [
      parameter('smtpd_sasl_local_domain', bareWord, 'smtpd_sasl_local_domain is the name of a parameter'),
      realmFact('no user has that realm', nobodyInRealm),
      usesSasldb,
    ],
    client: refused,
  },
  repair: {
    words: 'Write the dollar sign; in a shell, between single quotes.',
    commands: ["postconf -e 'smtpd_sasl_local_domain=$mydomain'", 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e smtpd_sasl_local_domain=mydomain',
    provoke: [loginOnly()],
    repair: "postconf -e 'smtpd_sasl_local_domain=$mydomain'",
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [localDomain],
};
