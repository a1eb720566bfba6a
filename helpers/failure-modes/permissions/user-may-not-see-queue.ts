import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/user-may-not-see-queue',
  kind: 'fault',
  title: 'a user may not look at the queue or have it sent',
  cause:
    'authorized_mailq_users and authorized_flush_users name who may call mailq and `postqueue -f`, and this user is not among them. Watches (Zabbix, Nagios, netdata) run as such a user.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: User \S+\(\d+\) is not allowed to (?:view|flush) the mail queue/,
        specimen: 'postfix/postqueue[9]: fatal: User zabbix(112) is not allowed to view the mail queue',
        strength: 'names',
      },
      {
        pattern: /^(?:fatal|warning): Connect to the Postfix showq service: Permission denied/,
        specimen: 'postfix/postqueue[9]: fatal: Connect to the Postfix showq service: Permission denied',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Add the user.',
    commands: [
      'postconf authorized_mailq_users authorized_flush_users',
      "postconf -e 'authorized_mailq_users = root, zabbix'; systemctl reload postfix",
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#authorized_mailq_users'],
};
