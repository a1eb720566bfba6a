import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/lmtp-refuses',
  kind: 'fault',
  title: 'the LMTP server refuses a mail, and OpenSMTPD tells it on',
  cause:
    'mail.lmtp has given the mail, and the LMTP server has answered with the code that stands there: it is not OpenSMTPD that refuses. Older versions take each such answer for a temporary failure and try for days what is refused for good.',
  symptoms: {
    log: [
      {
        pattern: /mail\.lmtp: LMTP server error: \d{3}/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mda delivery evpid=f9293a5cb336a379 from=<x@outside.example> to=<alice@example.test> rcpt=<alice@example.test> user=alice delay=40s result=TempFail stat=Error (temporary failure: "mail.lmtp: LMTP server error: 550 5.7.1 <alice@example.test> refused")',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'See in the log of the LMTP server why; remove what it will never take.',
    commands: ['smtpctl show queue', 'smtpctl remove f9293a5cb336a379'],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/mail.lmtp.8', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/1276'],
};
