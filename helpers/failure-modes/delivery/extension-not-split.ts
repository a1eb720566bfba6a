import type { FailureMode } from '../../model/failure-mode';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/extension-not-split',
  kind: 'fault',
  title: 'an address has an extension, such as alice+shop, and recipient_delimiter does not split it from the name',
  cause:
    'recipient_delimiter is empty unless it is set, or it is another sign: local(8) then takes alice+shop for the name of a user, whom nobody knows. Where mail goes on to Dovecot, that has a recipient_delimiter of its own.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(unknown user: "[^"@|+]+\+[^"@]*"\)$/,
        specimen:
          'postfix/local[9]: 87F043F2BE: to=<alice+shop@example.test>, relay=local, delay=0, delays=0/0/0/0, dsn=5.1.1, status=bounced (unknown user: "alice+shop")',
        strength: 'names',
        program: /\/local$/,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Set the sign in Postfix, and the same one in Dovecot.',
    commands: [
      'postconf recipient_delimiter; doveconf recipient_delimiter',
      "postconf -e 'recipient_delimiter = +'",
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Not tried in a container yet: the line is that of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#recipient_delimiter', 'https://www.postfix.org/local.8.html'],
};
