import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mailman-shunts',
  kind: 'fault',
  title: 'Mailman puts mail aside that it can’t work on',
  cause:
    'A runner meets an error in its own code: a mail that it can’t decode, a template that is missing, an archiver or database that fails. The mail goes to the shunt queue, where it waits for somebody to try it again.',
  symptoms: {
    log: [
      {
        pattern: /Uncaught runner exception: |SHUNTING: /,
        specimen: 'Nov 29 10:00:00 2024 (812) SHUNTING: 1732874400.1+abc',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the post does not appear.',
  },
  repair: {
    words: 'Read the trace before the line; after the cause is gone, put the mail back.',
    commands: ['tail -50 /var/log/mailman3/mailman.log', 'ls -l /var/lib/mailman3/queue/shunt', 'mailman3 unshunt'],
  },
  unreproduced: 'Our images have no Mailman.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.mailman3.org/projects/mailman/en/latest/src/mailman/commands/docs/unshunt.html'],
};
