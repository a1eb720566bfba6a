import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/postscreen-greets-first',
  kind: 'noise',

  title: 'postscreen notes a client that talks before the greeting, or Berkeley DB misreports the close of a cache',
  cause:
    'Nearly always it is a spam program or a scanner. postscreen does with it what postscreen_greet_action says. That a database is not there when it is closed, as a reload or a restart may log, is a slip of Berkeley DB and does no harm.',
  symptoms: {
    log: [
      {
        // Not what a proxy sends before the session, or TLS at once: these are mistakes of their own.
        pattern:
          /^PREGREET \d+ after [\d.]+ from \[[^\]]*\]:\d+: (?!PROXY |\\r\\n\\r\\n\\(?:0|x0)|\\(?:026|x16|u0016)\\(?:003|x03|u0003))/,
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
