import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/disk-full',
  kind: 'fault',
  title: 'a disk is full to which Exim delivers or writes its log',
  cause:
    'The file system with the mailboxes or the log has no block or no inode left. Exim defers the mail for it; with a log that it can’t write it ends. Old logs, a mailbox that grows, or millions of small files are the usual reasons.',
  symptoms: {
    log: [
      {
        pattern: /T=\S+ defer \(28\): No space left on device|failed to write to \w+ log: .*No space left on device/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=maildir_home defer (28): No space left on device: while creating file /home/alice/Maildir/tmp/1796082577.H1P2.mail',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Make room, and start Exim again if it ended.',
    commands: ['df -h /home /var/mail /var/log; df -i /home /var/mail /var/log', 'exim -qff'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_appendfile_transport.html'],
};
