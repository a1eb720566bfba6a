import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/virus-signatures-old',
  kind: 'noise',
  title: 'freshclam notes that ClamAV itself is not the newest',
  cause:
    'A distribution updates its package in its own time. Signatures are loaded all the same until the version is some years old.',
  symptoms: {
    log: [
      {
        pattern: /Your ClamAV installation is OUTDATED/,
        specimen: 'freshclam[9]: WARNING: Your ClamAV installation is OUTDATED!',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing, or update the package when the distribution has it.',
    commands: [],
  },
  unreproduced: 'The reference image has no virus scanner.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.clamav.net/faq/faq-eol.html'],
};
