import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/sender-option-malformed',
  kind: 'client',
  title: 'a program calls sendmail with more than one sender',
  cause:
    'sendmail -f is given two addresses, or a name with a comma in it and no quotes around, which makes two of it. Postfix takes the first.',
  symptoms: {
    log: [
      {
        pattern: /-f option specified malformed sender: /,
        specimen:
          'postfix/sendmail[9]: warning: -f option specified malformed sender: alice@example.test, bob@example.test',
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
  reproduction: {
    inject: '',
    provoke: [{ kind: 'run', script: "echo test | sendmail -f 'alice@example.test, bob@example.test' alice" }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/sendmail.1.html'],
};
