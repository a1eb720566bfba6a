import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/mailbox-locked',
  kind: 'fault',
  title: 'a process waits in vain for the lock of a mailbox',
  cause:
    'Another process holds the lock of the mailbox or its index: one that hangs on a slow disk or NFS, a backup, another program with other locks, or a lock file that a dead process left behind. With mbox it is also that the folder of the mailboxes can not be written, so that no .lock can be made.',
  symptoms: {
    log: [
      {
        pattern:
          /Timeout (?:\(\d+s\) )?while waiting for lock|[Ll]ocking timed out|Mailbox is locked, will abort in|Timeout waiting for subscription file lock|Creating lock file for \S+ timed out|Your dotlock file \S+ is (?:stale|overridden)|Locking transaction log file|[Tt]ransaction log file \S+ was locked for \d+ seconds|Lock timeout in \d|file_(?:dotlock_create|wait_lock|create_locked)\(.*\) failed: (?!Permission denied|No space left|Disk quota|Read-only file system|No such file|Not a directory|Input\/output|Too many open files)/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: Mailbox INBOX: Timeout (180s) while waiting for lock for transaction log file /var/vmail/example.test/alice/dovecot.index.log',
        strength: 'names',
      },
      {
        pattern:
          /cannot update mailbox \S+ for user \S+ (?:unable to lock for exclusive access|unable to create lock file \S+: File exists)/,
        specimen:
          'postfix/local[9]: 4XyZab1234: to=<alice@example.test>, relay=local, delay=1, delays=0/0/0/1, dsn=4.2.0, status=deferred (cannot update mailbox /var/mail/alice for user alice. unable to lock for exclusive access: Resource temporarily unavailable)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words: 'See which process holds it, and how slow the disk is; all that touches an mbox must lock alike.',
    commands: [
      'fuser -v /var/vmail/example.test/alice/dovecot.index.log',
      'doveconf mbox_read_locks mbox_write_locks lock_method',
      'iostat -x 2 3',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/nfs/'],
};
