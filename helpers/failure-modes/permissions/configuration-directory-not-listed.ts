import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/configuration-directory-not-listed',
  kind: 'fault',
  title: 'sendmail or postdrop is called for a second instance whose folder is not listed',
  cause:
    'Users may hand mail to another instance, by -C or MAIL_CONFIG, only if the main.cf of the first lists its folder in multi_instance_directories or alternate_config_directories.',
  symptoms: {
    log: [
      {
        pattern: /unauthorized configuration directory name: /,
        specimen: 'postfix/sendmail[9]: error: unauthorized configuration directory name: /etc/postfix-out',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The program gets an error from sendmail.',
  },
  repair: {
    words: 'List the folder in the first instance’s main.cf.',
    commands: [
      'postconf multi_instance_directories alternate_config_directories',
      'postconf -e "alternate_config_directories = /etc/postfix-out"',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#alternate_config_directories',
    'https://www.postfix.org/MULTI_INSTANCE_README.html',
  ],
};
