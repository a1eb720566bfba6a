import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/list-without-owner',
  kind: 'noise',
  title: 'local asks for aliases that this server does not have',
  cause:
    'For an alias that is a list, local would send errors to owner-…; and Postfix expects postmaster and mailer-daemon to be somebody. Mail is delivered all the same, errors go to the sender.',
  symptoms: {
    log: [
      {
        pattern: /^warning: (?:mailing list "[^"]*" needs an "owner-|required alias not found: )/,
        specimen: 'postfix/local[9]: warning: required alias not found: mailer-daemon',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Add them to /etc/aliases: `owner-news: alice`, `mailer-daemon: postmaster`.',
    commands: ['newaliases'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/aliases.5.html'],
};
