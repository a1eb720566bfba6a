import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'delivery/command-not-permitted',
  kind: 'fault',
  title: 'an address leads to a command or file where that is not allowed',
  cause:
    'allow_mail_to_commands is “alias, forward” and allow_mail_to_files as well: a pipe or a path in an :include: list, or in a virtual alias, which knows addresses only, is refused. In a container’s image the values are often shorter.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(mail to (?:command|file) is restricted\)/,
        specimen:
          'postfix/local[97]: 4Q1ABCD0: to=<list@example.test>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=5.7.1, status=bounced (mail to command is restricted)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce: 5.7.1 mail to command is restricted',
  },
  repair: {
    words: 'Put the command into the table of aliases, and let the address lead to that alias.',
    commands: ['postconf allow_mail_to_commands allow_mail_to_files', 'postalias -q list hash:/etc/aliases'],
  },
  reproduction: {
    inject: `cp /etc/aliases /etc/aliases.before; echo 'alice: "|/bin/true"' >>/etc/aliases; newaliases; postconf -e 'allow_mail_to_commands ='`,
    provoke: [mailToLocalUser],
    repair: 'mv /etc/aliases.before /etc/aliases; newaliases; postconf -X allow_mail_to_commands',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#allow_mail_to_commands'],
};
