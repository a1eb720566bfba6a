import type { FailureMode } from '../../model/failure-mode';
import { internalErrorAfterLogin } from '../dovecot/shared/internal-failure';
import { dovecotOfUser } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/mail-folder-forbidden',
  kind: 'fault',
  title: 'Dovecot may not write where a user’s mail is',
  cause:
    'Dovecot delivers and reads as the user whom its user database names, with euid in the line, and the folder belongs to somebody else: made by root, copied, or a volume whose files have other numbers. Where owner and modes are right, an ACL, SELinux or AppArmor forbids it. For root Postfix delivers as nobody (default_privs): that mail needs an alias.',
  symptoms: {
    log: [
      dovecotOfUser(
        /(?<!passwd-file.*|sieve: .*save: failed to .*)\b(?!connect|net_connect)\w+\((?!\/(?:etc|run|usr|dev|proc|tmp|var\/(?:run|log|lib\/dovecot))\/)[^)]*\) failed: Permission denied \(euid=\d+\S* egid=\d+\S* (?!.*(?:UNIX perms appear ok|\(set mail_privileged_group=)).*missing \+\w+ perm: \S+/,
        'lmtp(alice@example.test)<1><x>: Error: Mailbox INBOX: mkdir(/var/mail/vhosts/example.test/alice/Maildir) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) missing +w perm: /var/mail/vhosts, dir owned by 0:0 mode=0755)',
      ),
      {
        pattern: /Mailbox \S+: open\(\/\S+\) failed: Permission denied(?!.*UNIX perms appear ok)/,
        specimen: 'dovecot: lda(bob): Error: Mailbox INBOX: open(/var/mail/bob) failed: Permission denied',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /status=(?:bounced|deferred) \(can't create user output file\b/,
        specimen:
          'postfix/local[9]: 4QTz1: to=<bob@example.test>, relay=local, delay=1, delays=1/0/0/0, dsn=5.2.0, status=bounced (can\'t create user output file. Command output: procmail: Couldn\'t create "/var/mail/bob")',
        strength: 'suggests',
        alternative: true,
      },
      internalErrorAfterLogin,
    ],
    facts: [],
    client: 'Nothing at SMTP: the mail is taken and stays. IMAP ends after the login.',
  },
  repair: {
    words: 'Give the folder that the line names to the user whom it names; mail for root goes to a person by an alias.',
    commands: [
      'chown -R vmail:vmail /var/mail/vhosts',
      'doveadm user alice@example.test   # uid, gid and home',
      'namei -l /var/mail/vhosts/example.test/alice; getfacl -p /var/mail/vhosts; journalctl -k | grep -iE "apparmor=.?DENIED|avc: *denied" | tail',
      'echo "root: alice" >>/etc/aliases; newaliases; postqueue -f',
    ],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/users_and_groups/',
    'https://github.com/LukeSmithxyz/emailwiz/issues/187',
  ],
};
