import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/database-confined',
  kind: 'fault',
  title: 'SELinux’s policy does not let the mail server use the socket of a database',
  cause:
    'A daemon of Postfix, or Dovecot’s auth, may not write to the socket of PostgreSQL or MySQL, for the policy has no rule for it; the modes of the file let it. Look-ups fail, and mail or logins are put off. With permissive=1 in the line it is only reported.',
  symptoms: {
    log: [
      {
        pattern:
          /avc: +denied .*comm="(?:auth|auth-worker|dovecot\S*|smtpd|smtp|proxymap|trivial-rewrite|cleanup|local|virtual|lmtp)".*(?:postgresql|mysqld)_var_run_t/,
        specimen:
          'audit[1]: AVC avc:  denied  { write } for  pid=323918 comm="smtpd" name=".s.PGSQL.5432" dev="tmpfs" ino=1174 scontext=system_u:system_r:postfix_smtpd_t:s0 tcontext=system_u:object_r:postgresql_var_run_t:s0 tclass=sock_file permissive=0',
        strength: 'names',
      },
      {
        pattern: /^warning: connect to (?:pgsql|mysql) server \S+ .*Permission denied/,
        specimen:
          'postfix/smtpd[323918]: warning: connect to pgsql server unix:/run/postgresql/.s.PGSQL.5432: could not connect to server: Permission denied?',
        strength: 'accompanies',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure',
  },
  repair: {
    words: 'Ask by proxy: and see whether that is allowed; update the policy; or make a local module of the denials.',
    commands: [
      'ausearch -m avc -ts recent | grep postfix',
      'dnf update selinux-policy',
      'ausearch -m avc -ts recent | audit2allow -M postfix-database && semodule -i postfix-database.pp',
    ],
  },
  unreproduced: 'It needs a kernel that enforces SELinux; containers share that of their host.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/fedora-selinux/selinux-policy/pull/2154'],
};
