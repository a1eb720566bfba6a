import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailToLocalUser } from '../shared/client-steps';

const maildir = '$(getent passwd alice | cut -d: -f6)/Maildir';

export const mode: FailureMode = {
  id: 'permissions/maildir-not-users',
  kind: 'fault',
  title: 'local or virtual can’t write where a user’s mail is, mostly as it belongs to somebody else',
  cause:
    'local writes to a mailbox as its owner, virtual as the user of virtual_uid_maps. The folder was made by root, is a volume whose files have other numbers, or lies in one that is closed; ProtectHome=true in Postfix’s unit closes all of /home to it; or SELinux or AppArmor forbids it. “not a regular file”: the path is that of a folder and has no / at its end, which would make it a Maildir. Mail is taken and stays in the queue, or comes back.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: maildir access problem for UID\/GID=|^\w+: to=.*\((?:maildir delivery failed: (?:create maildir file|link|maildir) .*Permission denied|cannot (?:update|open|access) mailbox .*Permission denied)/,
        specimen:
          'postfix/local[89]: warning: maildir access problem for UID/GID=1000/1000: create maildir file /home/alice/Maildir/tmp/1764408000.P89.mail.example.test: Permission denied',
        strength: 'names',
        program: programOf('(?:local|virtual)'),
      },
      {
        pattern:
          /status=(?:deferred|bounced) \(destination \S+ is not (?:owned by recipient|a regular file)\)|^warning: perhaps you need to create the maildirs in advance/,
        specimen:
          'postfix/local[9]: 87F043F2BE: to=<alice@example.test>, relay=local, delay=1, delays=0/0/1/0, dsn=4.2.0, status=deferred (destination /var/mail/alice is not owned by recipient)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /specify "strict_mailbox_ownership = no" to ignore mailbox ownership mismatch/,
        specimen:
          'postfix/local[9]: warning: specify "strict_mailbox_ownership = no" to ignore mailbox ownership mismatch',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern:
          /status=(?:bounced|deferred) \((?:mailbox \S+: not owned by uid|maildir delivery failed: .*Permission denied)/,
        specimen:
          'postfix/virtual[9]: 4QTz1: to=<bob@example.test>, relay=virtual, delay=1, delays=1/0/0/0, dsn=5.2.0, status=bounced (mailbox /var/mail/vhosts/bob: not owned by uid)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken.',
  },
  repair: {
    words: 'Give the folder to the user whose number the line names.',
    commands: [
      'namei -l /home/alice/Maildir/tmp',
      'systemctl show -p ProtectHome postfix postfix@-',
      'ausearch -m avc -ts recent; journalctl -k | grep apparmor=',
      'chown -R alice: /home/alice/Maildir',
      'postqueue -f',
    ],
  },
  reproduction: {
    inject: `install -d -m 755 -o root "$(getent passwd alice | cut -d: -f6)"
install -d -m 700 -o root "${maildir}"
postconf -e home_mailbox=Maildir/`,
    provoke: [mailToLocalUser],
    repair: `rm -rf "${maildir}"; postconf -X home_mailbox`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#home_mailbox',
    'https://www.postfix.org/VIRTUAL_README.html',
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#ProtectHome=',
  ],
};
