import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'permissions/table-not-writable',
  kind: 'fault',
  follows: true,
  title: 'postmap or postalias may not open a file of the table that it makes',
  cause:
    'postmap gives up root’s rights and works as the owner of the source file, or was started by somebody else than root: folder, source or .db file belong to another, or SELinux or AppArmor forbids it. The table stays as it was, or is missing, and look-ups fail or tell old things.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:open database|open|create(?: maps lock file)?) (?!\/etc\/aliases\.|\S*\/(?:main|master)\.cf:)\S+: Permission denied$/,
        specimen: 'postfix/postmap[90]: fatal: open database /etc/postfix/sasl_passwd.db: Permission denied',
        strength: 'names',
        program: /(?:^|\/)(?:postmap|postalias|newaliases)$/,
      },
      {
        pattern: /^fatal: open database \/etc\/aliases\.\w+: Permission denied$/,
        specimen: 'postfix/postalias[90]: fatal: open database /etc/aliases.db: Permission denied',
        strength: 'suggests',
        program: /(?:^|\/)(?:postalias|newaliases)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing at first.',
  },
  repair: {
    words: 'Give the source file, and a .db file that is there, to root, and make the table as root.',
    commands: [
      'ls -l /etc/postfix/sasl_passwd*',
      'chown root:root /etc/postfix/sasl_passwd*; rm -f /etc/postfix/sasl_passwd.db',
      'postmap hash:/etc/postfix/sasl_passwd',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postmap.1.html', 'https://github.com/YunoHost/issues/issues/2086'],
};
