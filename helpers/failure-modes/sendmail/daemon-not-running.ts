import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/daemon-not-running',
  kind: 'fault',
  title: 'the server at 127.0.0.1 does not take the mail of the machine’s own programs',
  cause:
    'The program sendmail gives mail to the server at 127.0.0.1. Nothing listens there: the daemon is stopped or has not started, listens at another address, or at IPv6 alone. A timeout or a reset is a server that hangs, is too busy, or turns the machine itself away. The mail waits in clientmqueue.',
  symptoms: {
    log: [
      {
        pattern:
          /\bmailer=relay\b.*\brelay=(?:\[(?:IPv6:)?(?:127\.0\.0\.1|::1)\]|localhost).*stat=Deferred: (?:Connection (?:refused|timed out|reset)|Operation timed out)/,
        specimen:
          'sendmail[2211]: 6ASA00aa002211: to=postmaster, delay=00:00:01, mailer=relay, pri=30311, relay=[127.0.0.1] [127.0.0.1], dsn=4.0.0, stat=Deferred: Connection refused by [127.0.0.1]',
        strength: 'names',
      },
      {
        // As mailq tells it.
        pattern: /(?<!stat=.*)Connection (?:refused by|timed out with|reset by) \[127\.0\.0\.1\]\)$/,
        specimen: '(Deferred: Connection refused by [127.0.0.1])',
        strength: 'names',
        alternative: true,
      },
      {
        // The end of a line that is broken between its fields.
        pattern: /^relay=\[127\.0\.0\.1\] .*stat=Deferred: Connection refused by \[127\.0\.0\.1\]/,
        specimen:
          'sendmail[15817]: relay=[127.0.0.1] [127.0.0.1], dsn=4.0.0, stat=Deferred: Connection refused by [127.0.0.1]',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Start the daemon, and send what waits.',
    commands: ['systemctl enable --now sendmail', 'ss -ltnp | grep ":25 "', 'sendmail -Ac -qf -v'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
