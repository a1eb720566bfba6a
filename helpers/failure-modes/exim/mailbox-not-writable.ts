import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/mailbox-not-writable',
  kind: 'fault',
  title: 'Exim can’t write into a user’s mailbox',
  cause:
    'Exim delivers as the user, or as the user and the group of the transport. The file or the folder belongs to another, has a mode that it does not like, or its home is not there. The disk may be mounted read-only, or SELinux or AppArmor forbids it.',
  symptoms: {
    log: [
      {
        pattern:
          / T=(?!\S*smtp)\S+ defer \((?:13|30)\): (?:Permission denied|Read-only file system): (?!.*(?:[Ff]ailed to connect to socket|when sending message from|Tainted ))|mailbox \S+ has (?:the )?wrong (?:uid|gid|mode)|T=\S+ defer \((?!(?:28|122|24)\))-?\d+\).*: (?:mailbox \S+ (?:does not exist, and|is not a regular file)|(?:failed to|unable to|cannot) (?:open|create|stat|change mode).*(?:maildir|mailbox))/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=maildir_home defer (13): Permission denied: failed to create /home/alice/Maildir',
        strength: 'names',
      },
      {
        pattern:
          /^(?!.*(?:No space left on device|[Qq]uota exceeded|Too many open files)).*(?:while opening or reading \S+\/maildirsize|while setting perms on (?:file|mailbox|maildir) \/|while creating mailbox \/|while opening mailbox \/)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=local_user T=maildir_home defer (1): Operation not permitted: while setting perms on file /home/alice/Maildir/tmp/1796082577.H1P2.mail',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Give the mailbox to the user as whom the transport runs.',
    commands: [
      'exim -bt alice@example.test',
      'journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
      'exim -bP transport maildir_home | grep -E "user|group|directory|file"',
      'chown -R alice: /home/alice/Maildir',
      'exim -qff',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_appendfile_transport.html'],
};
