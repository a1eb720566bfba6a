import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/mailbox-not-writable',
  kind: 'fault',
  title: 'OpenSMTPD’s delivery may not open a file, or does not find it: most often the user’s mailbox',
  cause:
    'Delivery runs as the recipient, or as who stands behind `user` in the action. The mailbox, its folder or the home belongs to another, or is not there. With `mda` it may as well be the program itself, its configuration or a socket that it needs; the words in the brackets tell. SELinux and a read-only file system forbid it whatever the mode.',
  symptoms: {
    log: [
      {
        pattern:
          / mda (?:event=)?delivery .*result="?(?:TempFail|PermFail)"? .*stat="?Error \((?!.*mail\.lmtp: ).*(?:[Pp]ermission denied|can't create user output file|mkdir: |No such file or directory|Read-only file system)/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mda delivery evpid=f9293a5cb336a379 from=<x@outside.example> to=<alice@example.test> rcpt=<alice@example.test> user=alice delay=40s result=TempFail stat=Error ("mail.maildir: mkdir: Permission denied")',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Give the mailbox to that user.',
    commands: [
      'grep -n ^action /etc/smtpd.conf',
      'ls -ld /home/alice /home/alice/Maildir',
      'ausearch -m avc -ts recent; findmnt -T /home/alice',
      'chown -R alice: /home/alice/Maildir',
      'smtpctl schedule all',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
