import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/queue-closed',
  kind: 'fault',
  title: 'the program sendmail may not write into its queue',
  cause:
    'For programs of the machine it is setgid smmsp, whose group clientmqueue belongs to. The bit was lost in a copy, an update or on a volume that is mounted nosuid, a container or a service takes it away, or the folder belongs to another. Or a user asks for what root alone may do, such as the main queue or the daemon; SELinux forbids it to web servers.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!SYSERR\(root\): )can ?not (?:chdir|opendir|stat)\(\S*mqueue\S*\):? Permission denied|SYSERR\(root\): can ?not chdir\(\S*mqueue\S*\):? Permission denied|can not write to queue directory |can ?not (?:write|open|create) \S*mqueue\S*(?:: | \(bf=.*\): )Permission denied|Program mode requires special privileges, e\.g\., root or TrustedUser|cannot write qf\w+.*Permission denied/,
        specimen: 'sendmail[2211]: NOQUEUE: SYSERR(alice): can not chdir(/var/spool/clientmqueue/): Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The program that sends says so; PHP’s mail() is false.',
  },
  repair: {
    words: 'Give both back, and look who takes the bit away.',
    commands: [
      'ls -lL $(command -v sendmail); ls -ld /var/spool/clientmqueue',
      'chown root:smmsp /usr/sbin/sendmail.sendmail; chmod 2755 /usr/sbin/sendmail.sendmail',
      'chown smmsp:smmsp /var/spool/clientmqueue; chmod 770 /var/spool/clientmqueue',
      'getsebool httpd_can_sendmail; systemctl cat php-fpm | grep NoNewPrivileges',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
