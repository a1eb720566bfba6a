import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/login-demanded',
  kind: 'client',
  title: 'a client sends mail before it has logged in, or before TLS',
  cause:
    'The listener has `auth` or `tls-require`: nothing is taken before. The client has no user and password set, or no TLS.',
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
  repair: { words: 'Set user, password and STARTTLS in the client.', commands: ["grep -n '^listen' /etc/smtpd.conf"] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
