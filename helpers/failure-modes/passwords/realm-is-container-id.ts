import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { refused, usesSasldb } from '../shared/sasl-files';
import { containerId, failed, nobodyInRealm, noticedBy, realmFact, realms } from './shared/realms';

export const mode: FailureMode = {
  id: 'passwords/realm-is-container-id',
  kind: 'fault',
  title: 'the users have the id of a container as their realm',
  cause:
    'saslpasswd2 without -u takes the host name for the realm. In a container that is a random id, another one each time ' +
    'the container is made anew; the users stay under the old one, and nobody logs in as alice@51686ed8d2b4.',
  symptoms: {
    log: failed,
    facts: [
      {
        words: 'the realms in sasldb2 are ids of containers',
        look: 'sasldblistusers2',
        holds: (facts) => {
          const stored = realms(facts);
          return stored && stored.length > 0 && stored.every((realm) => containerId.test(realm));
        },
        alone: 'suggests',
      },
      realmFact('nobody in sasldb2 has the realm of names without a domain', nobodyInRealm),
      usesSasldb,
    ],
    client: refused,
  },
  repair: {
    words:
      'Make the users anew with a realm that stays, that of smtpd_sasl_local_domain; give the container a host name.',
    commands: ['saslpasswd2 -d -u 51686ed8d2b4 alice', 'saslpasswd2 -c -u example.test alice', 'sasldblistusers2'],
  },
  reproduction: {
    inject: `rm /etc/sasldb2 && echo correct-horse-alice | saslpasswd2 -p -c -u 51686ed8d2b4 alice
chgrp postfix /etc/sasldb2 && chmod 640 /etc/sasldb2`,
    provoke: [loginOnly()],
    repair: `saslpasswd2 -d -u 51686ed8d2b4 alice
echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice`,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [
    'https://github.com/bokysan/docker-postfix/issues/192',
    'https://github.com/docker-mailserver/docker-mailserver/issues/44',
  ],
};
