import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/denied-by-apparmor',
  kind: 'fault',

  title: 'AppArmor keeps a mail program from something that its profile does not name',
  cause:
    'A profile for the program does not name the file or socket: a certificate or mail in a place of its own, saslauthd’s or Dovecot’s socket. Log lines say "Permission denied" and `ls -l` shows nothing wrong; Dovecot adds "UNIX perms appear ok (ACL/MAC wrong?)", as it also does where an ACL or SELinux forbids it. A denial after which nothing else fails may be harmless.',
  symptoms: {
    log: [
      {
        pattern:
          /apparmor="DENIED" .*profile="[^"]*(?:postfix|dovecot|saslauthd|opendkim|smtpd|exim|sendmail|maddy|rspamd|amavis|clamd|freshclam|opendmarc|postgrey)/,
        specimen:
          'kernel: audit: type=1400 audit(1572946100.123:456): apparmor="DENIED" operation="open" profile="/usr/lib/postfix/sbin/smtpd" name="/etc/letsencrypt/live/mail.example.test/fullchain.pem" pid=1 comm="smtpd" requested_mask="r" denied_mask="r" fsuid=0 ouid=0',
        strength: 'names',
      },
      {
        // Of msmtp.
        pattern: /apparmor="DENIED" .*profile="\/usr\/bin\/msmtp"/,
        specimen:
          'kernel: audit: type=1400 apparmor="DENIED" operation="open" profile="/usr/bin/msmtp" name="/opt/app/msmtprc" pid=17583 comm="sendmail" requested_mask="r" denied_mask="r" fsuid=1001 ouid=1001',
        strength: 'names',
        alternative: true,
      },
      {
        // Dovecot has looked at owners and modes itself.
        pattern: /failed: Permission denied \(euid=.* UNIX perms appear ok \(ACL\/MAC wrong\?\)/,
        specimen:
          'dovecot: imap(alice)<9><Tq3gR7lE0cXL>: Error: Mailbox INBOX: open(/srv/vmail/example.test/alice/dovecot-uidlist) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) UNIX perms appear ok (ACL/MAC wrong?))',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'That of the file or socket that can not be opened: 454 4.7.0 at AUTH, 451 4.3.0, no TLS',
  },
  repair: {
    words: 'Add the path to the profile, in its local part.',
    commands: [
      'journalctl -k | grep apparmor=',
      'aa-status | grep dovecot; getfacl -p /srv/vmail   # a profile for Dovecot, or an ACL',
      'grep -r DOVECOT_MAILSTORE /etc/apparmor.d/tunables   # add the folder of the mail, as /srv/vmail/',
      'aa-logprof',
      'systemctl reload apparmor',
    ],
  },
  unreproduced: 'It needs a kernel that enforces it; containers share that of their host.',
  versions: {},
  noticedBy: [],
  references: ['https://gitlab.com/apparmor/apparmor/-/wikis/home'],
};
