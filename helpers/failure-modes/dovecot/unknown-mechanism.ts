import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';
import { mechanisms } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/unknown-mechanism',
  kind: 'fault',
  title: 'Dovecot’s auth process does not start: auth_mechanisms names one that it does not know',
  cause:
    'auth_mechanisms has a misspelt name, a comma between names, or a mechanism that this Dovecot was built without. The auth process ends at once, and nobody can log in.',
  symptoms: {
    log: [
      {
        pattern: /auth: Fatal: Unknown authentication mechanism/,
        specimen: "dovecot: auth: Fatal: Unknown authentication mechanism 'FOO'",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'No AUTH in the answer to EHLO, or 454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Name only mechanisms that are there, with blanks between.',
    commands: ['doveconf auth_mechanisms', 'systemctl restart dovecot'],
  },
  reproduction: {
    image: 'dovecot',
    inject: mechanisms('plain login foo'),
    provoke: [mailOfUser],
    repair: mechanisms('plain login'),
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/authentication_mechanisms/'],
};
