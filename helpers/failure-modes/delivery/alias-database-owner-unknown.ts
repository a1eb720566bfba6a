import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/alias-database-owner-unknown',
  kind: 'fault',
  title: 'local does not find the user who owns an alias file',
  cause:
    'Commands and files in an alias file run with the rights of the file’s owner, and that number has no name: the file came from another machine, a volume or a container with other users.',
  symptoms: {
    log: [
      {
        pattern:
          /\(cannot find alias database owner\)|^warning: (?:cannot find alias database owner for |\S+ ?: no owner UID for alias database|\S+: cannot find :include: file owner)/,
        specimen:
          'postfix/local[9]: 4XyZab1234: to=<bob@example.org>, relay=local, delay=1, delays=0/0/0/1, dsn=4.3.0, status=deferred (cannot find alias database owner)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Mail is taken and stays.',
  },
  repair: {
    words: 'Give the file to root, or to a user that exists.',
    commands: ['ls -ln /etc/aliases /etc/aliases.db', 'chown root:root /etc/aliases*; newaliases; postqueue -f'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/local.8.html'],
};
