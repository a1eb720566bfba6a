import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/smarthost-unreachable',
  kind: 'fault',
  title: 'sendmail reaches no server to hand mail to, or it stops answering',
  cause:
    'The next server does not answer, refuses or breaks the connection, or falls silent in it. At port 25 most often the provider blocks it; SMART_HOST in brackets is taken as a host and not asked for MX. Port 465, as by `TCP $h 465`, expects TLS at once, which Sendmail does not speak: both wait until one hangs up.',
  symptoms: {
    log: [
      {
        pattern:
          /\bmailer=(?:relay|e?smtp)\b(?!.*relay=(?:\[(?:IPv6:)?(?:127\.0\.0\.1|::1)\]|localhost)).*\bstat=(?:Deferred: (?:\S+: )?(?:Connection (?:refused|timed out|reset)|Operation timed out|No route to host|Network is unreachable))/,
        specimen:
          'sendmail[2211]: 6ASA00aa002211: to=<x@elsewhere.example>, delay=00:00:01, mailer=relay, pri=120311, relay=smarthost.example.test. [192.0.2.30], dsn=4.0.0, stat=Deferred: Connection refused by smarthost.example.test.',
        strength: 'names',
      },
      {
        pattern:
          /Timeout\.to_aconnect occurred before|makeconnection \(\S+ \[\S+\]\.\d+ \(\d+\)\) failed: |timeout waiting for input from \S+ during client/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: timeout waiting for input from smtp.example.test. during client greeting',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?<!stat=)\bDeferred: Connection (?:refused by|timed out with|reset by) (?!\[127\.|\[IPv6:::1\]|localhost)[\w[]/,
        specimen: 'The last try ended so: (Deferred: Connection timed out with mx.example.com.)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /\bstat=Deferred: Connection (?:refused by|timed out with|reset by) (?!\[127\.|\[IPv6:::1\]|localhost)[\w[]/,
        specimen:
          'sm-mta[9]: o1: to=<bob@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com., dsn=4.0.0, stat=Deferred: Connection timed out with mx.example.com',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Try the connection by hand; where 25 is blocked, RELAY_MAILER_ARGS names 587.',
    commands: ['nc -vz smarthost.example.test 587', 'grep -E "SMART_HOST|RELAY_MAILER_ARGS" /etc/mail/sendmail.mc'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/auth.html'],
};
