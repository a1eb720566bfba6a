import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/postdrop-fails',
  kind: 'fault',
  follows: true,
  title: 'sendmail can’t hand a mail to postdrop',
  cause:
    'sendmail runs postdrop, which ended or could not be started; what postdrop itself said stands in the line before: it may not write maildrop, can’t read main.cf, has lost its set-gid bit, the mail is larger than message_size_limit (“File too large”), the disk of the queue is full (“No space left on device”), or the caller’s unit confines it (NoNewPrivileges, read-only paths, a small limit of memory).',
  symptoms: {
    log: [
      {
        pattern:
          /premature end-of-input on \S*postdrop|unable to execute \S*postdrop|^fatal: \S+\(\d+\): Error writing message file/,
        specimen: 'postfix/sendmail[9]: fatal: www-data(33): unable to execute /usr/sbin/postdrop -r: Success',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The program gets an error from sendmail.',
  },
  repair: {
    words: 'Read the line before, and call sendmail as that user.',
    commands: [
      'ls -l /usr/sbin/postdrop; ls -ld /var/spool/postfix/maildrop',
      'sudo -u www-data sendmail -v bob@example.org </dev/null',
      'postfix set-permissions',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postdrop.1.html'],
};
