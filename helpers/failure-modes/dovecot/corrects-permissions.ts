import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/corrects-permissions',
  kind: 'noise',
  title: 'Dovecot sets the modes of its own folders right',
  cause:
    'At each start it looks at its run folders and gives them the modes they have to have, and says so. Nothing is amiss after that.',
  symptoms: {
    log: [
      {
        pattern: /Corrected permissions for (?:empty|login) directory|Fixing permissions of \S+ to be world-readable/,
        specimen: 'dovecot: master: Warning: Corrected permissions for login directory /run/dovecot/login',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing to do.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/service_configuration/'],
};
