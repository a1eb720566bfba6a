import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/aliases-out-of-date',
  kind: 'fault',
  title: 'Sendmail uses an old database of aliases',
  cause: 'The text was changed, and newaliases did not run since: new aliases count for nothing, old ones go on.',
  symptoms: {
    log: [
      {
        pattern: /alias database \S+ out of date/,
        specimen: 'sm-mta[2211]: alias database /etc/mail/aliases.db out of date',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 User unknown, for a new alias',
  },
  repair: { words: 'Make it anew.', commands: ['newaliases'] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
