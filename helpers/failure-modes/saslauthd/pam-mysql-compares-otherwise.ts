import type { FailureMode } from '../../model/failure-mode';
import { toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'saslauthd/pam-mysql-compares-otherwise',
  kind: 'fault',
  title: 'pam_mysql takes the passwords in the table for stored in another way',
  cause:
    'crypt= in the line of /etc/pam.d says how the passwords in the table are stored: 0 in clear, 1 by crypt(), 2 by MySQL’s PASSWORD(), 3 MD5, 4 SHA1. The user is found, and no password fits: the value is another one, the panel has changed its scheme since, or crypt() of this system does not know the scheme.',
  symptoms: {
    log: [
      {
        pattern: /pam_mysql - pam_mysql_check_passwd\(\) returning 6\b/,
        specimen: 'saslauthd[9]: pam_mysql - pam_mysql_check_passwd() returning 6.',
        strength: 'suggests',
      },
      {
        pattern: /pam_mysql - something went wrong when invoking crypt\(\)/,
        specimen: 'saslauthd[9]: pam_mysql - something went wrong when invoking crypt() - No such file or directory',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [toSee('the scheme of the stored passwords is not that of crypt=', 'grep -n pam_mysql /etc/pam.d/smtp')],
    client: '535 5.7.8 Error: authentication failed',
  },
  repair: {
    words: 'Look at a stored password, and set crypt= to what it is.',
    commands: [
      'grep -n pam_mysql /etc/pam.d/smtp',
      "mysql mail -e \"SELECT password LIKE '$%', password LIKE '{%', LENGTH(password) FROM mailbox LIMIT 3\"",
    ],
  },
  unreproduced: 'Its line is that of the module’s source; none of our images has it.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/NigelCunningham/pam-MySQL'],
};
