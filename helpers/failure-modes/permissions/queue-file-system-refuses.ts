import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/queue-file-system-refuses',
  kind: 'fault',
  title: 'the file system refuses what is done with the files of the mail server',
  cause:
    'The path is there, and the kernel says no: a share of NFS that makes nobody of root, a file of another owner in pid or in a queue folder, SELinux’s label of a folder that was moved, or a layered file system that fails in its own way (“No data available”, “Stale file handle”, “Input/output error”).',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:fatal|warning|panic): open lock file (?!\S*master\.(?:lock|pid): )\S+: cannot (?:create|open) file(?: exclusively)?: (?!No such file|Read-only file system|No space left|Disk quota|Too many open files|Is a directory)/,
        specimen: 'postfix/bounce[24836]: fatal: open lock file pid/unix.bounce: cannot open file: No data available',
        strength: 'names',
      },
      {
        // What a start script runs.
        pattern:
          /(?:^|\b(?:mv|cp|rm|ln|chown|chmod|chgrp|mkdir|touch|sed|cat|find|tar|rsync): )(?:cannot|can't|couldn't|failed to|changing|reading|error)\b.*\/(?:var\/(?:spool\/postfix|mail|vmail|lib\/(?:postfix|dovecot|amavis|clamav|rspamd|spamassassin))|etc\/(?:postfix|dovecot|opendkim))\S*: (?:Input\/output error|Stale (?:NFS )?file handle|No data available|Structure needs cleaning)/,
        specimen: "mv[9]: cannot remove '/var/spool/postfix/usr/lib': Input/output error",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Mail that is taken and stays, or 451 4.3.0.',
  },
  repair: {
    words:
      'See what the file system is, whose the file is and what the kernel’s log has on it; postfix set-permissions mends owners and modes.',
    commands: [
      'findmnt -T /var/spool/postfix; ls -ldZ /var/spool/postfix /var/spool/postfix/pid; ls -l /var/spool/postfix/pid',
      'dmesg | tail; ausearch -m avc -ts recent',
      'postfix set-permissions; postfix check',
    ],
  },
  unreproduced: 'The file systems of the tests are those of the engine, and refuse nothing.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.8.html'],
};
