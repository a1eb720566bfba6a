import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/denied-by-selinux',
  kind: 'fault',

  title: 'SELinux’s policy does not allow a mail program something, or another program what belongs to mail',
  cause:
    'The modes allow it, and the policy does not: a file was moved here with a label of its old place, a port is not one that mail servers may use, or a socket belongs to a program that the policy knows nothing of. Log lines say "Permission denied" and `ls -l` shows nothing wrong; Dovecot adds "UNIX perms appear ok (ACL/MAC wrong?)", as it also does where an ACL or AppArmor forbids it. With permissive=1 in the line it is only reported.',
  symptoms: {
    log: [
      {
        pattern:
          /avc: +denied .*(?:comm="?(?:exim\d?|smtpctl|sendmail|opendmarc|rspamd|amavisd?|clamd|postgrey|smtpd?|master|cleanup|qmgr|local|virtual|lmtp|proxymap|trivial-rewrite|postscreen|tlsmgr|pickup|saslauthd|dovecot|auth|opendkim|postmap)\b|postfix_\w+_t|saslauthd_t|exim_t|sendmail_t|sendmail_var_run_t|dovecot(?:_\w+)?_t|tcontext=\S*:smtp_port_t)(?!.*(?:postgresql|mysqld)_var_run_t)/,
        specimen:
          'audit[1]: AVC avc:  denied  { connectto } for  pid=4711 comm="smtpd" path="/run/saslauthd/mux" scontext=system_u:system_r:postfix_smtpd_t:s0 tcontext=system_u:system_r:unconfined_service_t:s0 tclass=unix_stream_socket permissive=0',
        strength: 'names',
      },
      {
        pattern:
          /SELinux is preventing (?:\S*\/)?(?:smtpd?|master|cleanup|qmgr|local|virtual|lmtp|proxymap|postscreen|saslauthd|dovecot|auth|opendkim|postmap|sendmail|exim|ssmtp|msmtp|procmail|postdrop|postqueue|pickup|smtpctl) from /,
        specimen:
          'setroubleshoot[99]: SELinux is preventing /usr/libexec/postfix/smtpd from connectto access on the unix_stream_socket /var/spool/postfix/private/auth.',
        strength: 'names',
      },
      {
        // Until the policy knew that Dovecot 2.4’s programs map what doveconf writes.
        pattern: /Fatal: Failed to read config: mmap\(\(temp config file\)\) failed: Permission denied/,
        specimen:
          'postfix/local[9]: 4Q1: to=<alice@example.test>, relay=local, delay=0.1, delays=0/0/0/0.1, dsn=5.3.0, status=bounced (Command died with status 89: "/usr/libexec/dovecot/dovecot-lda". Command output: doveconf: Fatal: Failed to read config: mmap((temp config file)) failed: Permission denied )',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^fatal: open database \/etc\/aliases\.\w+: Permission denied$/,
        specimen: 'postfix/postalias[90]: fatal: open database /etc/aliases.db: Permission denied',
        strength: 'suggests',
        program: /(?:^|\/)(?:postalias|newaliases)$/,
        alternative: true,
      },
      {
        // Dovecot has looked at owners and modes itself.
        pattern: /failed: Permission denied \(euid=.* UNIX perms appear ok \(ACL\/MAC wrong\?\)/,
        specimen:
          'dovecot: imap(alice)<9><Tq3gR7lE0cXL>: Error: Mailbox INBOX: stat(/srv/vmail/example.test/alice/cur) failed: Permission denied (euid=5000(vmail) egid=5000(vmail) UNIX perms appear ok (ACL/MAC wrong?))',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'That of the file or socket that can not be opened: 454 4.7.0 at AUTH, 451 4.3.0, no TLS',
  },
  repair: {
    words:
      'Give files the label of their place, ports the type of mail’s; for what is left, make a module of the denials.',
    commands: [
      'ausearch -m avc -ts recent',
      'setsebool -P httpd_can_sendmail on   # for a web server that calls sendmail',
      'getenforce; ls -dZ /srv/vmail; getfacl -p /srv/vmail   # an ACL, or a label that is not mail_spool_t',
      "semanage fcontext -a -t mail_spool_t '/srv/vmail(/.*)?'; restorecon -Rv /srv/vmail   # for mail in a place of one’s own",
      'restorecon -Rv /etc/postfix /var/spool/postfix /run/saslauthd /etc/pki/tls',
      'semanage port -a -t smtp_port_t -p tcp 2525   # for a port of one’s own',
      'ausearch -m avc -ts recent | audit2allow -M mail-local && semodule -i mail-local.pp',
    ],
  },
  unreproduced: 'It needs a kernel that enforces it; containers share that of their host.',
  versions: {},
  noticedBy: [],
  references: [
    'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/9/html/using_selinux/index',
    'https://bugzilla.redhat.com/show_bug.cgi?id=2443408',
  ],
};
