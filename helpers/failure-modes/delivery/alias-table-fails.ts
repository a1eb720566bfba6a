import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/alias-table-fails',
  kind: 'fault',
  follows: true,
  title: 'local can not ask its aliases',
  cause: 'The table of alias_maps is broken, locked, or of a server that does not answer. Mail for local users waits.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+: lookup of '[^']*' failed$/,
        specimen: "postfix/local[9]: warning: hash:/etc/aliases: lookup of 'bob' failed",
        strength: 'suggests',
        program: /^\S+\/local$/,
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: { words: 'Make the table anew, and ask it.', commands: ['newaliases', 'postalias -q bob hash:/etc/aliases'] },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/aliases.5.html'],
};
