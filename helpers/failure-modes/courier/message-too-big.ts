import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/message-too-big',
  kind: 'client',
  title: 'a mail is larger than Courier takes',
  cause: 'sizelimit (10 MB) holds for all mail; the header has a limit of its own.',
  symptoms: {
    log: [
      {
        pattern: /534 (?:SIZE=Message too big|Message header size exceeds)|523 Message length \(/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,from=<x@outside.example>,to=<alice@example.test>: 534 SIZE=Message too big.',
        strength: 'names',
        // courieresmtp is the client: there the next server says it.
        program: /^courier(?!esmtp$)/,
      },
    ],
    facts: [],
    client: '523 Message length (…) exceeds administrative limit',
  },
  repair: {
    words: 'Send less, or raise the limit.',
    commands: ['cat /etc/courier/sizelimit'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
