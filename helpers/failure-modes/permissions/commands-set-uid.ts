import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/commands-set-uid',
  kind: 'fault',
  title: 'a command of Postfix has a set-uid bit that it must not have',
  cause:
    'Of Postfix’s commands only postdrop and postqueue carry a bit, set-gid. A chmod over the whole folder, an installer of another mail server that made sendmail set-uid, or a set-uid program that calls it, and Postfix warns or refuses.',
  symptoms: {
    log: [
      {
        pattern:
          /sendmail command (?:has set-uid root file permissions|must be installed without set-uid)|command must not run as a set-uid process/,
        specimen: 'postfix/postfix[9]: fatal: the postfix command must not run as a set-uid process',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or a server that does not start.',
  },
  repair: {
    words: 'Let Postfix set its own permissions.',
    commands: [
      'ls -l /usr/sbin/sendmail /usr/sbin/post*',
      'chmod u-s /usr/sbin/postfix /usr/sbin/sendmail',
      'postfix set-permissions',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/sendmail.1.html', 'https://www.postfix.org/postfix.1.html'],
};
