import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/postscreen-greets-first',
  kind: 'noise',

  title: 'a client talks before the greeting, which postscreen notes',
  cause: 'Only spam programs do so. postscreen does with it what postscreen_greet_action says.',
  symptoms: {
    log: [
      {
        pattern: /^PREGREET \d+ after [\d.]+ from \[/,
        specimen: 'postfix/postscreen[9]: PREGREET 11 after 0.08 from [198.51.100.7]:4711: EHLO User\\r\\n',
        strength: 'names',
      },
      {
        pattern: /^close database \S+: No such file or directory \(possible Berkeley DB bug\)$/,
        specimen:
          'postfix/postscreen[9]: close database /var/lib/postfix/postscreen_cache.db: No such file or directory (possible Berkeley DB bug)',
        strength: 'names',
      },
    ],
    facts: [],
    client: '220, or 521 5.5.1 Protocol error',
  },
  repair: { words: 'Nothing.', commands: [] },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '2.8' },
  noticedBy: [],
  references: ['https://www.postfix.org/POSTSCREEN_README.html#pregreet'],
};
