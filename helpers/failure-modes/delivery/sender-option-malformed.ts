import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sender-option-malformed',
  kind: 'client',
  title: 'a program calls sendmail with a sender that is no address',
  cause:
    'sendmail -f is given something else than an address: a value that was not set, a name with a comma, the address in angle brackets with text around. Postfix takes the mail with the user’s own address.',
  symptoms: {
    log: [
      {
        pattern: /-f option specified malformed sender: /,
        specimen: 'postfix/sendmail[9]: warning: -f option specified malformed sender: bob@',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Replies and bounces go astray',
  },
  repair: {
    words: 'Correct what the program gives, in PHP the fifth argument of mail() or sendmail_path.',
    commands: ['php -i | grep sendmail_path', 'grep -rn "sendmail" /etc/php/*/*/php.ini'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/sendmail.1.html'],
};
