import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'relay-client/password-table-forbidden',
  kind: 'fault',

  title: 'smtp may not read the table of passwords',
  cause:
    'smtp opens smtp_sasl_password_maps as root before it drops its privileges, unless the table is behind proxy:, which opens it as postfix, or a folder on the way, a container’s user namespace, SELinux or AppArmor forbids even that.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:fatal|error|warning): (?:\S+ is unavailable\. )?open (?:database )?\S*(?:passw|sasl)\S*: Permission denied$/,
        specimen: 'postfix/smtp[961]: fatal: open database /etc/postfix/sasl_passwd.db: Permission denied',
        strength: 'names',
        program: programOf('(?:smtp|proxymap)'),
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Give it and its folders back to root, readable for root at least; do not name it by proxy:.',
    commands: [
      'ls -ld /etc/postfix; ls -lZ /etc/postfix/*passw*',
      'postconf -h smtp_sasl_password_maps; ausearch -m avc -ts recent; dmesg | grep -i apparmor',
      'chown root:root /etc/postfix/relay_password*; chmod 600 /etc/postfix/relay_password*',
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SASL_README.html#client_sasl_enable'],
};
