import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/too-many-recipients',
  kind: 'client',
  title: 'a mail has more recipients than Courier takes at once',
  cause: 'maxrcpts in bofh (100) limits them; by default the rest is put off, and the client is to send again.',
  symptoms: {
    log: [
      {
        pattern: /[45]31 Too many recipients/,
        specimen:
          'courieresmtpd: error,relay=::ffff:198.51.100.7,from=<x@outside.example>,to=<alice@example.test>: 431 Too many recipients.',
        strength: 'names',
        // courieresmtp is the client: there the next server says it.
        program: /^courier(?!esmtp$)/,
      },
    ],
    facts: [],
    client: '431 Too many recipients.',
  },
  repair: {
    words: 'Send in portions, or raise opt MAXRCPT in bofh.',
    commands: ['cat /etc/courier/bofh'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
