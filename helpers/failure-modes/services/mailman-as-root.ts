import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mailman-as-root',
  kind: 'fault',
  title: 'Mailman 3 is called as root and refuses',
  cause: 'Its files must stay those of its user, list. Called as root it would make some that its runners can’t write.',
  symptoms: {
    log: [
      {
        pattern: /If you are sure you want to run as root, specify --run-as-root/,
        specimen: 'mailman: If you are sure you want to run as root, specify --run-as-root.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Call it as its user.',
    commands: ['sudo -u list mailman3 lists'],
  },
  unreproduced: 'Our images have no Mailman.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.mailman3.org/projects/mailman/en/latest/'],
};
