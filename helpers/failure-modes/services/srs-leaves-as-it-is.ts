import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/srs-leaves-as-it-is',
  kind: 'noise',
  title: 'postsrsd leaves an address as it is',
  cause: 'Addresses of the server’s own domains need no rewriting, nor do those that are rewritten already.',
  symptoms: {
    log: [
      {
        pattern: /srs_forward: <[^>]*> not rewritten: (?:Domain excluded by policy|Valid SRS|No at sign|Already)/,
        specimen: 'postsrsd[9]: srs_forward: <alice@example.test> not rewritten: Domain excluded by policy',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing.',
    commands: [],
  },
  unreproduced: 'Our images have no postsrsd.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/roehling/postsrsd'],
};
