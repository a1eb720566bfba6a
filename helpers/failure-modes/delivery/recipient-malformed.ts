import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/recipient-malformed',
  kind: 'client',
  title: 'a program gives a recipient that is no address',
  cause:
    'A blank, a comma or brackets in it, two @, a label such as “To: ”, or control characters behind it: Postfix takes the mail, and bounces it at once.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(bad address syntax\)$/,
        specimen:
          'postfix/error[9]: 4QTz1: to=<user name@example.com>, relay=none, delay=0.1, delays=0.1/0/0/0, dsn=5.1.3, status=bounced (bad address syntax)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce: 5.1.3 bad address syntax',
  },
  repair: { words: 'Correct what the program was given.', commands: ['postcat -q 4QTz1 | head -20'] },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.2'],
};
