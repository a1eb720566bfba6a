import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/privileges-not-changed',
  kind: 'fault',
  title: 'Sendmail may not become the user as whom it is to work',
  cause:
    'It runs as root and takes on users for deliveries. In a container without the capabilities, under a service with NoNewPrivileges, or with RunAsUser it may not, and the delivery fails.',
  symptoms: {
    log: [
      {
        pattern:
          /drop_privileges: (?:\S+ )?(?:set\w+\(|Unable)|(?:openmailer|mailfile): (?:insufficient privileges|set\w+\(.*\) failed|initgroups)|mailfile: Cannot chroot|Mail submission program must have RunAsUser|RunAsUser for MSP ignored/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: SYSERR(root): openmailer: insufficient privileges to change gid, RunAsUid=0, new_gid=8, gid=0, egid=0',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Give the container SETUID and SETGID, or take the restrictions out of the unit.',
    commands: ['systemctl cat sendmail | grep -E "NoNew|Capab|User="', 'ls -lL $(command -v sendmail)'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
