import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/queue-folders-missing',
  kind: 'fault',
  title: 'folders of Postfix’s queue are not there',
  cause:
    'master keeps its locks in pid, its sockets in public and private, and mail in maildrop, incoming and others, all below queue_directory. An empty volume mounted there, or an installation broken off, leaves them out; `postfix check` makes them, where it runs as root.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|: )(?:fatal|warning): (?:open lock file (?:pid|\S*\/spool\/postfix)\/\S+: (?:cannot (?:create|open) file(?: exclusively)?: )?No such file or directory|(?:\w+: )?open directory \w+: No such file or directory|(?:chdir(?:\()? ?"?)\/var\/spool\/postfix"?\)?: No such file or directory|mail_queue_enter: create file maildrop\/\S+: No such file or directory)/,
        specimen:
          'postfix/master[97]: fatal: open lock file pid/inet.submission: cannot create file exclusively: No such file or directory',
        strength: 'names',
      },
      {
        pattern: /^warning: unable to create missing queue directories$/,
        specimen: 'postfix/postfix-script[23996]: warning: unable to create missing queue directories',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'No port answers.',
  },
  repair: {
    words: 'Let Postfix make them, as root.',
    commands: [
      'postfix set-permissions create-missing',
      'postfix check',
      'ls -ld /var/spool/postfix/*',
      'postfix start',
    ],
  },
  unreproduced: '`postfix start`, which the tests start it by, makes them again.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postfix.1.html', 'https://www.postfix.org/postconf.5.html#queue_directory'],
};
