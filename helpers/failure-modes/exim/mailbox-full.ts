import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/mailbox-full',
  kind: 'client',
  title: 'a user’s mailbox is full, and Exim’s transport writes no more into it',
  cause:
    'The transport has a quota, or the file system has one for the user, and it is used up. Exim tries on for some days and then sends the mail back; with a quota of its own it counts the sizes in the names of the files or in maildirsize, which may be out of date.',
  symptoms: {
    log: [
      {
        pattern: /mailbox is full \((?:quota exceeded|MTA-imposed)|T=\S+ defer \(\d+\): Disk quota exceeded/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=mail_spool defer (-22): mailbox is full (MTA-imposed quota exceeded while writing to /var/mail/alice)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce after some days.',
  },
  repair: {
    words: 'The user makes room, or gets more. If there is room, let Exim count anew.',
    commands: [
      'exim -bP transport maildir_home | grep quota',
      'quota -u alice',
      'du -sh /home/alice/Maildir',
      'rm /home/alice/Maildir/maildirsize   # is counted anew at the next mail',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_appendfile_transport.html'],
};
