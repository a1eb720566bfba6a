import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/mailbox-locked',
  kind: 'fault',
  title: 'Exim gets no lock on a user’s mailbox',
  cause:
    'A mailbox that is one file is locked by whoever writes or reads it. Another program holds it, such as a POP server with a long session, a lock file is left over from one that ended, or the file is on NFS without locks. Exim tries again later.',
  symptoms: {
    log: [
      {
        pattern: /failed to lock mailbox \S+ \((?:lock file|fcntl\/flock)\)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=mail_spool defer (-19): failed to lock mailbox /var/mail/alice (lock file)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'See who has it; remove a lock file that nobody holds. Maildir needs no locks.',
    commands: ['ls -l /var/mail/alice*', 'fuser -v /var/mail/alice', 'exim -bP transport mail_spool | grep lock'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_appendfile_transport.html'],
};
