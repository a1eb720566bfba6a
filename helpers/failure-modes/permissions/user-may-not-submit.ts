import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/user-may-not-submit',
  kind: 'fault',
  title: 'a user of the machine may not hand in mail',
  cause:
    'authorized_submit_users names who may use sendmail here, and this user, often that of the web server, is not among them.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: User \S+\(\d+\) is not allowed to submit mail$/,
        specimen: 'postfix/sendmail[3]: fatal: User www-data(33) is not allowed to submit mail',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: sendmail ends with an error.',
  },
  repair: {
    words: 'Add the user.',
    commands: ['postconf authorized_submit_users', 'postconf -e "authorized_submit_users = root, www-data"'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#authorized_submit_users'],
};
