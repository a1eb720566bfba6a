import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/next-server-refuses',
  kind: 'fault',
  title: 'the next server refuses, and sendmail says only that the service is unavailable',
  cause:
    '`stat=Service unavailable` stands for any refusal for good that a mailer got. What was said is in the bounce, and in the log from LogLevel 10 on: most often the smarthost wants a login, or does not take the sender; or the recipient’s own server does not have the domain, and wants a login to pass the mail on.',
  symptoms: {
    log: [
      {
        pattern: /\bmailer=(?:relay|e?smtp)\b(?!.*reply=).*\bdsn=5\.\d+\.\d+, stat=Service unavailable/,
        specimen:
          'sendmail[2211]: 6ASA00aa002211: to=<x@elsewhere.example>, delay=00:00:01, mailer=relay, pri=120311, relay=smarthost.example.test [192.0.2.30], dsn=5.0.0, stat=Service unavailable',
        strength: 'suggests',
      },
      {
        pattern:
          /\bmailer=(?:relay|e?smtp)\b.*\b(?:reply=[45]\d\d[ -].*stat=|stat=(?:User unknown|Deferred: [45]\d\d[ -]))/,
        specimen:
          'sendmail[2211]: 6ASA00aa002211: to=<x@elsewhere.example>, delay=00:00:01, mailer=esmtp, pri=120311, relay=mx.elsewhere.example. [192.0.2.9], dsn=5.7.0, reply=550 5.7.0 Local policy, stat=Service unavailable',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /^(?!.*mailer=).*\bdsn=5\.\d+\.\d+, ?stat=Service unavailable$/,
        specimen: 'dsn=5.0.0, stat=Service unavailable',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Read the transcript in the bounce, or see the session.',
    commands: [
      'sendmail -v bob@elsewhere.example </dev/null',
      'makemap hash /etc/mail/authinfo </etc/mail/authinfo   # AuthInfo:smarthost.example.test "U:alice" "P:secret"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/auth.html'],
};
