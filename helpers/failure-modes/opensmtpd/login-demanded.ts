import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/login-demanded',
  kind: 'fault',
  title: 'a listener of OpenSMTPD demands a login or TLS, and a client sends without',
  cause:
    'The listener has `auth` or `tls-require`, which demand it of everybody. At the port for users the client has no user and password set, or no TLS. At port 25 the client is mostly another mail server, which has no login here: there `auth` turns all mail from outside away. auth-optional, or no auth at all, belongs there, and `auth` to the listener at 587 or 465.',
  symptoms: {
    log: [
      {
        pattern:
          /smtp failed-command command="MAIL [^"]*" result="5[035]\d .*Must issue an? (?:AUTH|STARTTLS) command first/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="MAIL FROM:<alice@example.test>" result="530 5.5.1 Invalid command: Must issue an AUTH command first"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '530 5.5.1 Invalid command: Must issue an AUTH command first',
  },
  repair: {
    words:
      'See whose client it is and at which port. Set user, password and STARTTLS in a user’s client; for other servers, leave auth and tls-require out of the listener at 25.',
    commands: [
      "grep -nE '^ *listen' /etc/smtpd.conf /etc/mail/smtpd.conf   # auth or tls-require without `port submission`?",
      'grep "smtp connected" /var/log/maillog   # Debian: /var/log/mail.log; the address and host of the session',
      'smtpd -n && rcctl restart smtpd   # Linux: systemctl restart opensmtpd',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
