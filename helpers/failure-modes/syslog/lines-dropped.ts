import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'syslog/lines-dropped',
  kind: 'fault',
  title: 'the log daemon drops lines of the mail server, because they are too many',
  cause:
    'journald and rsyslog keep what one service may write within some seconds below a limit. A flood of refused clients, or a verbose level, passes it; what is looked for may be among the lines that are gone.',
  symptoms: {
    log: [
      {
        pattern:
          /imjournal: (?:\d+ messages lost due to rate-limiting|begin to drop messages)|imuxsock(?: begins to drop messages|: lost \d+ messages| lost \d+ messages) from pid|^Suppressed \d+ messages from \S*(?:postfix|dovecot|rspamd|amavis|mail|exim|saslauthd|rsyslog)/,
        specimen: 'rsyslogd: imjournal: 1234 messages lost due to rate-limiting (20000 allowed within 600 seconds)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Raise the limits, or switch them off for the mail service.',
    commands: [
      'mkdir -p /etc/systemd/journald.conf.d; printf "[Journal]\\nRateLimitBurst=100000\\n" >/etc/systemd/journald.conf.d/mail.conf; systemctl restart systemd-journald',
      'grep -rn -i ratelimit /etc/rsyslog.conf /etc/rsyslog.d',
      'postconf -n | grep -E "debug_peer|loglevel"',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.freedesktop.org/software/systemd/man/latest/journald.conf.html',
    'https://www.rsyslog.com/doc/configuration/modules/imjournal.html',
  ],
};
