import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'opensmtpd/relay-refused',
  kind: 'client',

  title:
    'no rule of OpenSMTPD takes the mail: the client has not logged in, and the domain is none of the server’s own',
  cause:
    'The first `match` that fits decides, and for a recipient elsewhere only `match auth` or a match for the client’s address does. Without a login none fits, as at the port for other servers, 25, whose listener has no auth. The same is said of a recipient of one’s own who is not there.',
  symptoms: {
    log: [
      {
        pattern:
          /^[0-9a-f]{16} smtp (?:event=)?failed-command .*command="RCPT TO:[^"]*" result="550 (?:5\.1\.1 )?Invalid recipient/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="RCPT TO:<y@elsewhere.example>" result="550 Invalid recipient: <y@elsewhere.example>"',
        strength: 'suggests',
      },
      {
        pattern:
          /session [0-9a-f]+: received invalid command: "RCPT TO:|smtp-in: Failed command on session [0-9a-f]+: "RCPT TO:[^"]*" => 55\d (?:5\.1\.1 )?[Ii]nvalid recipient/,
        specimen:
          'smtpd[53]: smtp-in: session ac2143bd7b2bed87: received invalid command: "RCPT TO:<y@elsewhere.example>"',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /^(?:debug: |rules: |trace: )?no rule matched$/,
        specimen: 'smtpd[53]: no rule matched',
        strength: 'suggests',
        alternative: true,
      },
      clientGets(/550[ -]Invalid recipient: </, '550 Invalid recipient: <bob@example.net>', 'suggests'),
    ],
    facts: [
      {
        words: 'the recipient’s domain is elsewhere, and the client has not logged in',
        look: "grep -n '^listen' /etc/smtpd.conf; grep 'authentication user=' /var/log/maillog | tail",
        holds: () => undefined,
      },
    ],
    client: '550 Invalid recipient: <y@elsewhere.example>',
  },
  repair: {
    words:
      'Make the client log in at 587 or 465, whose listener has auth; for a recipient here, correct the rule for local mail.',
    commands: ["grep -n '^match' /etc/smtpd.conf", 'smtpd -n'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://github.com/poolpOrg/poolp.org/issues/17'],
};
