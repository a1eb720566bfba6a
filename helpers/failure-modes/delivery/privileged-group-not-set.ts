import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/privileged-group-not-set',
  kind: 'fault',
  title: 'Dovecot may not lock a mailbox in /var/mail, as mail_privileged_group is not set',
  cause:
    'Before Dovecot changes an mbox it makes a lock file beside it, such as /var/mail/alice.lock. It does so as the user, and only root and the group that the line names at its end may write in that folder. With mail_privileged_group Dovecot takes this group for the lock of an INBOX and for nothing else. Where mail is meant to be elsewhere, as in a Maildir, mail_location still names /var/mail, or is empty and Dovecot has found the mbox by itself.',
  symptoms: {
    log: [
      {
        pattern: /file_dotlock_create\(.*\) failed: Permission denied .*\(set mail_privileged_group=/,
        specimen:
          "dovecot: imap(alice): Error: file_dotlock_create(/var/mail/alice) failed: Permission denied (euid=1000(alice) egid=1000(alice) missing +w perm: /var/mail, we're not in group 8(mail), dir owned by 0:8 mode=0775) (set mail_privileged_group=mail)",
        strength: 'names',
      },
    ],
    facts: [],
    client:
      'Nothing at SMTP: the mail is taken and stays. In IMAP, mail can be read at best, and not be moved or deleted.',
  },
  repair: {
    words:
      'Set mail_privileged_group to the group that the line names, or keep the mail in the users’ homes. Do not make /var/mail writable for everybody.',
    commands: [
      'ls -ld /var/mail; doveconf -n | grep -E "^mail_(privileged_group|access_groups|location|driver|path|inbox_path) "',
      'echo "mail_privileged_group = mail" >/etc/dovecot/conf.d/99-group.conf; doveadm reload',
    ],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/settings/core/#core_setting-mail_privileged_group',
    'https://doc.dovecot.org/2.3/configuration_manual/mail_location/mbox/',
  ],
};
