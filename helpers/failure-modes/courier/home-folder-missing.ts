import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/home-folder-missing',
  kind: 'fault',
  title: 'Courier can not enter the home folder of a user',
  cause:
    'The password is right, and the folder that authdaemond gives as the user’s home is not there or closed to the user: it is a relative path, that of the Maildir in place of its parent, or was never made. The same words without this line come of authdaemond itself.',
  symptoms: {
    log: [
      {
        pattern: /: chdir\(\S*\) failed!!/,
        specimen: 'imapd-ssl: alice: chdir(alice/) failed!!',
        strength: 'names',
      },
      {
        pattern: /authentication error: (?:No such file or directory|Permission denied)/,
        specimen: 'imapd-ssl: authentication error: No such file or directory',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'LOGIN FAILED, and the system’s words for it',
  },
  repair: {
    words: 'Give whole paths in the field of the home, and make the folder.',
    commands: [
      'grep -E "HOME_FIELD|MAILDIR_FIELD" /etc/courier/authmysqlrc /etc/authlib/authmysqlrc',
      'authtest alice@example.test',
      'ls -ld /var/mail/virtual/alice',
    ],
  },
  unreproduced: 'Our image of Courier has users of its own.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/authlib/README_authlib.html'],
};
