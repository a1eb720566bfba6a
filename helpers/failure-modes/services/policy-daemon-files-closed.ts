import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/policy-daemon-files-closed',
  kind: 'fault',
  follows: true,
  title: 'a policy service can’t use a file, a user or a setting that it needs',
  cause:
    'Postgrey, policyd-rate-limit and their like keep a database below /var/lib. The folder is not there or belongs to another user, the database was broken when the disk ran full or its library was updated, the service’s user is missing, or the command line or configuration lacks the address or names an unknown back end. It ends then, and smtpd puts clients off. A list of Postgrey’s exceptions that it can’t open it only does without.',
  symptoms: {
    log: [
      {
        pattern:
          /ERROR: can't (?:create DB environment|create database|open lock file)|--unix or --inet must be specified|Couldn't become [ug]id "/,
        specimen: "postgrey[12]: FATAL: ERROR: can't create database /var/lib/postgrey/postgrey.db: Permission denied",
        strength: 'names',
        program: /^(?:postgrey|sqlgrey|postfwd\S*)$/,
      },
      {
        pattern:
          /(?:User|Group) \S+ in config do not exists|Unable to write pid file, |backend \S+ unknown$|Database error: \w+Error/,
        specimen: 'policyd-rate-limit: User policyd-rate-limit in config do not exists',
        strength: 'names',
        alternative: true,
        program: /^policyd-rate-limit$/,
      },
      {
        pattern: /WARNING: can't open \/\S*postgrey\S*whitelist|can't open \/etc\/postgrey\//,
        specimen: "postgrey[12]: WARNING: can't open /etc/postgrey/whitelist_clients: No such file or directory",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.5 Server configuration problem',
  },
  repair: {
    words: 'Give the folder to the user; a broken database of Postgrey can be deleted, it learns anew.',
    commands: [
      'systemctl status postgrey; ls -la /var/lib/postgrey /etc/postgrey',
      'chown -R postgrey: /var/lib/postgrey',
      'systemctl stop postgrey; rm /var/lib/postgrey/*.db /var/lib/postgrey/__db.*; systemctl start postgrey',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SMTPD_POLICY_README.html', 'https://postgrey.schweikert.ch/'],
};
