import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/message-too-big',
  kind: 'client',
  title: 'a message is larger than Sendmail takes',
  cause:
    'confMAX_MESSAGE_SIZE is set, and the client sends more, or says so with SIZE. Files grow by a third in mail. The header has a limit of its own, MaxHeadersLength.',
  symptoms: {
    log: [
      {
        pattern: /from=<[^>]*>, .*reject=552 5\.\d\.\d .*[Mm]essage (?:exceeds maximum fixed size|size exceeds)/,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: from=<alice@example.test>, size=99999999, reject=552 5.2.3 Message exceeds maximum fixed size (10000000)',
        strength: 'names',
      },
      {
        pattern:
          /message size \(\d+\) exceeds maximum \(\d+\)|headers too large \(\d+ max\) from |552 (?:5\.\d\.\d )?Message is too large; \d+ bytes max/,
        specimen: 'sm-mta[2571]: u8F1B2C3002571: message size (52428800) exceeds maximum (10485760)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '552 5.2.3 Message exceeds maximum fixed size',
  },
  repair: { words: 'Raise the limit, or send less.', commands: ['grep -n MAX_MESSAGE_SIZE /etc/mail/sendmail.mc'] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 1870'],
};
