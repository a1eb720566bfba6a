import type { FailureMode } from '../../model/failure-mode';
import { asksForNoMail } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/pam-database-fails',
  kind: 'fault',
  title: 'PAM asks a database of users, and the database or the module’s options fail',
  cause:
    'pam_mysql, pam_pgsql and pam_userdb ask a database for the password. It does not answer, refuses the module’s own login, lacks the table or column that the options name, is a file that is missing or closed, or an option is missing. Nobody gets in, whatever the password is.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:pam_mysql - |pam_pgsql - )(?!SELECT returned no result|something went wrong when invoking crypt|pam_mysql_\w+\(\) returning [016]\b|pam_sm_\w+\(\) returning |pam_\w+\(\) called|option \w+ is set|SELECT |no user specified|user is NULL|failed to retrieve|conversation failure|could not obtain c|update auth|unable to change|User is not|Asking for|setcred|use_323|Workaround|_password_crypt|No salt|'|non-crypt).|pam_userdb\(\S+\): user_lookup: could not open database /,
        specimen: "saslauthd[9]: pam_mysql - MySQL error (Unknown column 'passwd' in 'field list')",
        strength: 'names',
        program: asksForNoMail,
      },
    ],
    facts: [],
    client: '535 5.7.8 Error: authentication failed: authentication failure',
  },
  repair: {
    words:
      'Ask the database by hand with what the module has; correct its options in /etc/pam.d/smtp. For pam_userdb, db= is written without .db.',
    commands: ['cat /etc/pam.d/smtp', 'mysql -u mail -p -e "SELECT * FROM users LIMIT 1" mail'],
  },
  unreproduced: 'Our images have no database for PAM.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/NigelCunningham/pam-MySQL', 'https://www.cyrusimap.org/sasl/sasl/pwcheck.html'],
};
