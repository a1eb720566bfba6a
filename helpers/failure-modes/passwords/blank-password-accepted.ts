import type { FailureMode } from '../../model/failure-mode';
import { ofMail } from '../saslauthd/shared/pam';

export const mode: FailureMode = {
  id: 'passwords/blank-password-accepted',
  kind: 'exposure',
  title: 'somebody logs in without a password, and may send',
  cause:
    'pam_unix with nullok lets in who has an empty password in /etc/shadow: a system user such as mail or a new user whose password was never set, and in some versions of Linux-PAM a name that does not exist at all. Whoever guesses the name sends mail through the server.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(`pam_unix${ofMail}: user \\[[^\\]]*\\] has blank password; authenticated without it`),
        specimen: 'auth: pam_unix(dovecot:auth): user [mail] has blank password; authenticated without it',
        strength: 'names',
      },
    ],
    facts: [],
    client: '235 2.7.0 Authentication successful, with any password.',
  },
  repair: {
    words: 'Lock the user, and take nullok out of the PAM files that the mail services use.',
    commands: [
      `awk -F: '$2 == ""' /etc/shadow`,
      'passwd -l mail',
      'grep -rn nullok /etc/pam.d',
      'grep "sasl_username=mail" /var/log/mail.log | tail',
    ],
  },
  unreproduced: 'The users of the reference images are in files of their own.',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/linux-pam/linux-pam/issues/284',
    'https://man7.org/linux/man-pages/man8/pam_unix.8.html',
  ],
};
