import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/user-missing',
  kind: 'fault',
  title: 'Dovecot’s configuration names a user or group that the system does not have',
  cause:
    'Services run as, and sockets belong to, users and groups of the system. The users dovecot and dovenull come with the package; vmail and others are made by hand. After a move, in a container, or by a misspelt setting there is none of that name, and Dovecot does not start.',
  symptoms: {
    log: [
      {
        pattern:
          /default_(?:internal|login)_user doesn't exist|(?:Fatal|Error): (?:User|Group) doesn't exist: (?!postfix)|\(See service \S+ \{ .*(?:user|group)|mail_privileged_group setting\)|getpwnam\(\S+\) failed: No such|Unknown (?:user|group) in (?:mail_uid|mail_gid)/,
        specimen: "dovecot: master: Fatal: User doesn't exist: vmail (See service lmtp { user } setting)",
        strength: 'names',
        program: /^dove/,
      },
    ],
    facts: [],
    client: 'No greeting: Dovecot does not run.',
  },
  repair: {
    words: 'Make the user, or name one that there is.',
    commands: [
      'getent passwd dovecot dovenull vmail',
      'useradd -r -d /var/vmail -s /usr/sbin/nologin vmail',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/users_and_groups/'],
};
