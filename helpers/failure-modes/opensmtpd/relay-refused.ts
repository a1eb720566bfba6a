import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/relay-refused',
  kind: 'client',

  title: 'no rule of OpenSMTPD takes the mail: the client has not logged in',
  cause:
    'The first `match` that fits decides, and for a recipient elsewhere only `match auth` or a match for the client’s address does. Without a login none fits.',
  symptoms: {
    log: [
      {
        pattern: /^[0-9a-f]{16} smtp failed-command command="RCPT TO:[^"]*" result="550 Invalid recipient/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="RCPT TO:<y@elsewhere.example>" result="550 Invalid recipient: <y@elsewhere.example>"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 Invalid recipient: <y@elsewhere.example>',
  },
  repair: {
    words: 'Make the client log in; for a recipient here, correct the rule for local mail.',
    commands: ["grep -n '^match' /etc/smtpd.conf", 'smtpd -n'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
