import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'syslog/rotation-skipped',
  kind: 'fault',
  title: 'logrotate leaves a log, such as that of mail, as it is',
  cause:
    'It skips a log in a folder that others than root may write to unless `su` names whom to be, a log that two files below logrotate.d name, and a file of its own that is not root’s. A log that is itself a mount can’t be renamed. The log grows until the disk is full.',
  symptoms: {
    log: [
      {
        pattern:
          /error: (?:skipping "[^"]*" because parent directory has insecure permissions|\S+:\d+ duplicate log entry for \/|Ignoring \S+ because (?:the file owner is wrong|of bad file mode|it is writable)|state file \S+ is already locked|error creating output file \/\S+: File exists|failed to rename \/\S+ to \/)|skipping "\/var\/log\/[^"]*" because parent directory has|duplicate log entry for \//,
        specimen: `logrotate[9]: error: skipping "/var/log/mail.log" because parent directory has insecure permissions (It's world writable or writable by group which is not "root") Set "su" directive in config file to tell logrotate which user/group should be used for rotation.`,
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, until the disk is full.',
  },
  repair: {
    words: 'Do what the line says, and try it. For a mounted file take copytruncate.',
    commands: [
      'logrotate -d /etc/logrotate.conf 2>&1 | grep -A 3 mail',
      'ls -ld /var/log; grep -rn "mail.log" /etc/logrotate.d',
      '# in the section of mail.log: su root syslog',
    ],
  },
  unreproduced: 'Its lines are those of the program’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/logrotate/logrotate'],
};
