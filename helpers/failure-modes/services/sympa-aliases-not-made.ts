import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/sympa-aliases-not-made',
  kind: 'fault',
  title: 'Sympa can’t make the aliases of a new list',
  cause:
    'When a list is made, Sympa writes its aliases and runs newaliases or postmap. The helper has lost its set-uid bit, the file belongs to another, or the program’s path is wrong. Mail to the list is unknown to Postfix.',
  symptoms: {
    log: [
      {
        pattern:
          /Unable to run newaliases program|Cannot execute aliases_program|Failed to execute sympa_newaliases|Unable to append to alias/,
        specimen: 'sympa[9]: err (10) Unable to run newaliases program',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.1.1 User unknown, for the new list only',
  },
  repair: {
    words: 'Give file and helper the owner that the package has, and run it by hand.',
    commands: [
      'ls -l /etc/mail/sympa /usr/lib/sympa/lib/sympa/sympa_newaliases-wrapper',
      'grep -n alias /etc/sympa/sympa/sympa.conf',
      'newaliases',
    ],
  },
  unreproduced: 'Our images have no Sympa.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sympa.community/manual/install/configure-mail-server-postfix.html'],
};
