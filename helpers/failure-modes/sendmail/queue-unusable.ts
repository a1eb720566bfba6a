import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/queue-unusable',
  kind: 'fault',
  title: 'Sendmail can not write or read a mail in its queue',
  cause:
    'The folder belongs to another, is full or read-only, or a file in it was changed: then Sendmail takes it for bogus and puts it aside as Qf… so that it is not lost. After a crash such files are cut off.',
  symptoms: {
    log: [
      {
        pattern:
          /queueup: cannot (?:create|commit|lock|save)|can not (?:opendir|stat)\([^)]*\):? (?!Permission denied)|SYSERR\(root\): can not (?:opendir|stat)\(|Losing \S*[qQ]f\w+: |bogus queue file|SECURITY ALERT: (?:bogus qf line|extra or bogus)|readqf: (?:\S+: (?:incomplete|line \d+: bad line)|cannot open|no control file)|Error (?:writing|renaming) (?:control|data) file|cannot commit data file|collect: Cannot (?:write|reopen)|dup_queue_file: /,
        specimen: 'sm-mta[2571]: u8F1B2C3002571: Losing ./qfu8F1B2C3002571: bogus file uid/gid in mqueue',
        strength: 'names',
      },
    ],
    facts: [],
    client: '452 4.3.1, or 451 4.3.0 Temporary system failure',
  },
  repair: {
    words: 'Set owner and mode right; look at Qf files by hand and rename what is whole.',
    commands: [
      'ls -ld /var/spool/mqueue; ls -l /var/spool/mqueue | head',
      'df -h /var/spool; df -i /var/spool',
      'mailq -qL',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
