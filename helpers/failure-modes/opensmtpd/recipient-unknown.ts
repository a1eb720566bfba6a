import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'opensmtpd/recipient-unknown',
  kind: 'client',
  title: 'OpenSMTPD has no such user, and says that the recipient is invalid',
  cause:
    'A rule for local mail fits, and the address has no account, no alias and no entry of its virtual table; or the table has it and smtpd has not read it anew. The older log calls it an invalid command. The same is said to who may not relay.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^[0-9a-f]{16} smtp (?:event=)?failed-command .*command="RCPT TO:[^"]*" result="55\d |smtp-in: Failed command on session [0-9a-f]+: "RCPT TO:[^"]*" => 55\d )(?:5\.1\.1 )?[Ii]nvalid recipient/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="RCPT TO:<nobody@example.test>" result="550 Invalid recipient: <nobody@example.test>"',
        strength: 'suggests',
      },
      {
        pattern: /session [0-9a-f]+: received invalid command: "RCPT TO:/,
        specimen:
          'smtpd[53]: smtp-in: session ac2143bd7b2bed87: received invalid command: "RCPT TO:<nobody@example.test>"',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /smtp (?:event=)?failed-command .*command="RCPT TO:[^"]*" result="524 5\.2\.4 /,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="RCPT TO:<nobody@example.test>" result="524 5.2.4 Mailing list expansion problem: <nobody@example.test>"',
        strength: 'suggests',
        alternative: true,
      },
      clientGets(/550[ -]Invalid recipient: </, '550 Invalid recipient: <bob@example.net>', 'suggests'),
    ],
    facts: [
      {
        words: 'the recipient’s domain is the server’s own, and it has no such account or alias',
        look: 'grep -nE "for (local|domain)" /etc/smtpd.conf; grep -n NAME /etc/mail/aliases',
        holds: () => undefined,
      },
    ],
    client: '550 Invalid recipient: <nobody@example.test>',
  },
  repair: {
    words: 'Make the account or the alias, and read the table anew.',
    commands: [
      'grep -n nobody /etc/mail/aliases',
      'newaliases; smtpctl update table aliases',
      'smtpd -dvT expand -T rules',
    ],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/658'],
};
