import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/database-file-forbidden',
  kind: 'fault',
  title: 'Postfix may not read the file of a table, or the one that tells it how to ask a database',
  cause:
    'A mysql:, pgsql:, ldap: or sqlite: table is a file with host, user and query; cidr:, regexp:, pcre: and texthash: tables are read as they are. The file belongs to root alone, or its folder is closed, and the daemon that opens it (smtpd, cleanup, proxymap) runs as postfix; or SELinux or AppArmor forbids it. Each look-up fails for now, so that mail waits.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning|error|fatal): (?:(?:mysql|pgsql|ldap|sqlite|socketmap):\S+ is unavailable\. )?open (?!\S*\/(?:main|master)\.cf)\S+: Permission denied$/,
        specimen:
          'postfix/proxymap[31721]: warning: mysql:/etc/postfix/mysql-virtual_forwardings.cf is unavailable. open /etc/postfix/mysql-virtual_forwardings.cf: Permission denied',
        strength: 'names',
        program: /\/(?:smtpd|smtp|cleanup|proxymap|trivial-rewrite|virtual|local|lmtp)$/,
      },
    ],
    facts: [],
    client: '451 4.3.0 <bob@example.test>: Temporary lookup failure',
  },
  repair: {
    words: 'Let the group postfix read it, and nobody else, as there is a password in it.',
    commands: [
      'ausearch -m avc -ts recent; journalctl -k | grep apparmor=',
      'ls -ld /etc/postfix /etc/postfix/mysql-*.cf',
      'chown root:postfix /etc/postfix/mysql-*.cf; chmod 640 /etc/postfix/mysql-*.cf',
      'postmap -q bob@example.test mysql:/etc/postfix/mysql-virtual_forwardings.cf',
    ],
  },
  unreproduced: 'The image has no tables of databases.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/mysql_table.5.html', 'https://github.com/usmannasir/cyberpanel/issues/722'],
};
