import type { FailureMode } from '../../model/failure-mode';
import { queueFileFails } from '../shared/queue-file-fails';

export const mode: FailureMode = {
  id: 'permissions/queue-read-only',
  kind: 'fault',
  title: 'the file system of the queue, or of Postfix’s data, can only be read',
  cause:
    'The kernel mounts a file system read-only after errors of the disk; or the volume of a container, the container’s root (read_only: true) or ProtectSystem=strict of a unit makes it so. A web application’s unit may confine the sendmail command that it calls, while Postfix itself is all right.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:fatal|warning): (?:open lock file \S+|mail_queue_enter: create file \S+|\w+: (?:remove|rename|update|open) .*|(?:open|create|remove|update) (?:active|deferred|incoming|maildrop|defer|bounce|pid)\S* .*): (?:[\w ]+: )*Read-only file system/,
        specimen:
          'postfix/postdrop[12]: warning: mail_queue_enter: create file maildrop/123.456: Read-only file system',
        strength: 'names',
      },
      queueFileFails,
    ],
    facts: [],
    client: 'Connection refused, 451 4.3.0 Error: queue file write error, or a program that can’t send',
  },
  repair: {
    words:
      'See whether the kernel complained of the disk; else mount the queue writable, or except it in the unit that calls sendmail.',
    commands: [
      'findmnt -T /var/spool/postfix -o TARGET,OPTIONS; journalctl -k | grep -iE "remount|I/O error"',
      'mount -o remount,rw /',
      'systemctl edit php8.2-fpm   # [Service] ReadWritePaths=/var/spool/postfix',
    ],
  },
  unreproduced: 'It takes a file system that was mounted so.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/QSHAPE_README.html',
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ReadWritePaths=',
  ],
};
