import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/recipient-unknown',
  kind: 'client',
  title: 'the recipient is none of Sendmail’s users',
  cause:
    'The domain is in class w, local-host-names, and has no such user, alias or entry of virtusertable. Where mail for the domain is elsewhere, it must not be in class w: a web server often takes its own domain for local, and never asks DNS for it.',
  symptoms: {
    log: [
      {
        pattern:
          /ruleset=check_rcpt, .*reject=550 5\.1\.1 .*User unknown|^\w+: <[^>]*>\.\.\. (?:User unknown|No such user here)|\bmailer=local\b.*stat=User unknown/,
        specimen: 'sm-mta[2211]: 6ASA00aa002211: <nobody@example.test>... User unknown',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.1.1 <nobody@example.test>... User unknown',
  },
  repair: {
    words: 'Make the user or the alias; or take the domain out of class w.',
    commands: ['sendmail -bv nobody@example.test', "echo '$=w' | sendmail -bt", 'cat /etc/mail/local-host-names'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
