import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/spamass-milter-wants-macros',
  kind: 'noise',
  title: 'spamass-milter misses a macro of Sendmail’s',
  cause:
    'It asks for macros in the stage in which Sendmail would have them; Postfix has the queue id, {i}, only later. It goes on without.',
  symptoms: {
    log: [
      {
        pattern: /Could not retrieve sendmail macro "/,
        specimen:
          'spamass-milter[9]: Could not retrieve sendmail macro "i"!.  Please add it to confMILTER_MACROS_ENVFROM for better spamassassin results',
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
  unreproduced: 'The reference image has no SpamAssassin.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MILTER_README.html#macros'],
};
