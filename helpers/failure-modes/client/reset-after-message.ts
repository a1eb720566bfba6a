import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/reset-after-message',
  kind: 'client',
  title: 'a program says RSET behind its message, and msmtpd ends the session',
  cause:
    'msmtpd takes one message after the other, and knows MAIL and QUIT behind one: RSET, which RFC 5321 allows everywhere, it refuses with 500 and ends the session. The message itself has been passed on; the program reports a failure, or sends it again.',
  symptoms: {
    log: [
      {
        pattern: /client did not send MAIL FROM or QUIT, session aborted/,
        specimen: 'msmtpd[2270772]: client did not send MAIL FROM or QUIT, session aborted',
        strength: 'names',
      },
    ],
    facts: [],
    client: '500 Expected MAIL FROM:<addr> or QUIT',
  },
  repair: {
    words: 'Take a later msmtpd, or let the program send by another relay.',
    commands: ['journalctl -u msmtpd | tail'],
  },
  unreproduced: 'Its line is that of another server’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/marlam/msmtp/issues/217', 'RFC 5321 section 4.1.1.5'],
};
