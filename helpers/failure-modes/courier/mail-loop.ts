import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/mail-loop',
  kind: 'fault',
  title: 'a mail goes round in Courier until it is broken off',
  cause:
    'The address is in a Delivered-To line of the mail already: a .courier file or an alias leads back to it. Or too many servers stand in the Received lines.',
  symptoms: {
    log: [
      {
        pattern: /Mail loop - already have my Delivered-To|546 Routing loop detected/,
        specimen:
          'courierlocal: id=00000000.1,from=<x@outside.example>,addr=<alice@example.test>: Mail loop - already have my Delivered-To: header.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Follow the forwarding and cut it at one place.',
    commands: ['cat ~alice/.courier*', 'courier show'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
