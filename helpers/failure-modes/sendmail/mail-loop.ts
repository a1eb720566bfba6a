import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/mail-loop',
  kind: 'fault',
  title: 'a mail goes round until Sendmail breaks it off',
  cause:
    'It has passed more servers than MaxHopCount (25) allows, or aliases and .forward lead back to themselves. Most often two servers hand a domain to each other.',
  symptoms: {
    log: [
      {
        pattern: /[Tt]oo many hops \d+ \(\d+ max\)|aliasing\/forwarding loop broken|too many hops; SMTP/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: SYSERR(root): Too many hops 26 (25 max): from <x@outside.example> via localhost, to <alice@example.test>',
        strength: 'names',
        program: /^(?:sendmail|sm-\w+)$/,
      },
    ],
    facts: [],
    client: 'Nothing: the mail comes back.',
  },
  repair: {
    words: 'Follow the Received lines of the mail; let one of both take the domain for its own.',
    commands: ['sendmail -bv alice@example.test', 'cat /etc/mail/local-host-names /etc/mail/mailertable'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README', 'RFC 5321 section 6.3'],
};
