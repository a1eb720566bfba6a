import type { FailureMode } from '../../model/failure-mode';
import { loginRefusedReply } from '../../postfix/replies';
import { asksPam, loginOfUser, usersFail } from '../shared/saslauthd';
import { loginRefused, verificationFailed } from './shared/asked';
import { pamFailed, pamSaidNo } from './shared/pam';

export const mode: FailureMode = {
  id: 'saslauthd/hash-unknown',
  kind: 'fault',
  title: 'the password’s hash is of a kind that this system cannot compute',
  cause:
    'The account was copied from a newer system or written by another program, with a hash that crypt() here does ' +
    'not know, such as yescrypt ($y$) on CentOS 7. Databases behind pam_mysql have the same trouble, when its crypt= ' +
    'is not how the passwords were stored.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:(?:pam_unix\(smtp:auth\): )?The password hash "[^"]*" is unknown to libcrypt\.|pam_mysql - non-crypt\(\)ish MD5 hash is not supported in this build\.)$/,
        specimen: 'saslauthd[782]: pam_unix(smtp:auth): The password hash "$9$abc" is unknown to libcrypt.',
        strength: 'names',
        // Linux-PAM 1.5.2 looks at the hash itself where it is root, 1.7 lets its helper do it.
        program: /^(?:saslauthd|unix_chkpwd)$/,
      },
      pamFailed,
      pamSaidNo,
      verificationFailed,
      loginRefused,
      {
        pattern: /pam_mysql - pam_mysql_check_passwd\(\) returning 6\b/,
        specimen: 'saslauthd[9]: pam_mysql - pam_mysql_check_passwd() returning 6.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: loginRefusedReply,
  },
  repair: {
    words: 'Set the password anew on this system; for pam_mysql, make crypt= what the table has.',
    commands: ['getent shadow alice | cut -d: -f2 | cut -c1-3', 'passwd alice'],
  },
  reproduction: {
    inject: `${asksPam}
usermod -p '$9$abcdefgh$abcdefghijklmnopqrstuv' alice`,
    provoke: [loginOfUser],
    repair: 'echo alice:correct-horse-alice | chpasswd',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: usersFail,
  references: ['https://manpages.debian.org/bookworm/libcrypt-dev/crypt.5.en.html'],
};
