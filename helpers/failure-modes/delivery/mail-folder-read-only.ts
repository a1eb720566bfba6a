import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/mail-folder-read-only',
  kind: 'fault',
  title: 'Dovecot can not write where a user’s mail is, as the file system is read-only to it',
  cause:
    'Owners and modes do not matter here. Dovecot’s unit has ProtectSystem=full, which makes /usr, /boot and /etc read-only to Dovecot alone, while a shell can write there; with strict it is nearly everything. ReadWritePaths= opens a folder again. Else the kernel has mounted the file system read-only after an error of the disk, /etc/fstab says ro, or a container has the volume with :ro.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:imap|pop3|lmtp|lda|doveadm|dsync-\w+|indexer-worker|submission|managesieve)\b(?!.*sieve: ).*\b(?!connect|net_connect)\w+\((?!\/(?:etc|run|dev|tmp|var\/(?:run|log))\/)\/[^)]*\) failed: Read-only file system/,
        specimen:
          'dovecot: imap(alice)<902><W3k>: Error: Mailbox INBOX: mkdir(/usr/local/mail/alice/cur) failed: Read-only file system',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing at SMTP: the mail is taken and stays. IMAP reports an internal error.',
  },
  repair: {
    words:
      'See whether it is read-only to all or to Dovecot alone, and whether the kernel complained of the disk. Then except the folder in the unit, mount it writable, or take :ro from the volume.',
    commands: [
      'findmnt -T /usr/local/mail -o TARGET,OPTIONS; findmnt -N "$(pgrep -xo dovecot)" -T /usr/local/mail -o TARGET,OPTIONS   # the second as Dovecot has it',
      'systemctl show -p ProtectSystem,ProtectHome,ReadOnlyPaths,ReadWritePaths dovecot',
      'journalctl -k | grep -iE "remount|I/O error"',
      'systemctl edit dovecot   # [Service] ReadWritePaths=/usr/local/mail',
      'systemctl restart dovecot',
    ],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ReadWritePaths=',
    'https://docs.docker.com/engine/storage/volumes/',
  ],
};
