import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/shared-library-missing',
  kind: 'fault',
  title: 'a program of the mail server can’t start, as a library that it is linked with is missing or too old',
  cause:
    'The dynamic linker does not find the library that the line names, and ends the program before it does anything. An update or another repository has replaced it by one with another number (libmysqlclient by MariaDB’s packages, libicu, libdb, libssl), or the program comes from another release than the system, or was copied or compiled elsewhere. Or the file is there, and the linker does not look in its folder or the user may not read it. ldd shows what is missing.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:^|\/|\s)(?:post\w+|master|smtpd?|lmtp|cleanup|qmgr|dove\w+|doveadm|exim\d?|sendmail|saslauthd|opensmtpd|smtpctl)(?:\[\d+\])?: error while loading shared libraries: \S+: cannot open shared object file/,
        specimen:
          'postfix[9]: /usr/sbin/postconf: error while loading shared libraries: libmysqlclient.so.18: cannot open shared object file: No such file or directory',
        strength: 'names',
      },
      {
        pattern: /^error while loading shared libraries: \S+: cannot open shared object file/,
        specimen:
          'postfix: error while loading shared libraries: libmysqlclient.so.18: cannot open shared object file: No such file or directory',
        strength: 'names',
        program:
          /^(?:\S*\/)?(?:post\w+|master|smtpd?|lmtp|cleanup|qmgr|dove\w+|doveadm|exim\d?|sendmail|saslauthd|opensmtpd|smtpctl)(?:\/\S+)?$/,
        alternative: true,
      },
      {
        // musl, as in Alpine.
        pattern:
          /\bloading shared library \S+: .*\(needed by \S*(?:postfix|\/post\w+|dove\w+|exim|sendmail|saslauthd|opensmtpd|smtpd)\S*\)/,
        specimen:
          'Error loading shared library libicuuc.so.60: No such file or directory (needed by /usr/lib/postfix/libpostfix-util.so)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused; or nothing, where only a command can’t be run',
  },
  repair: {
    words:
      'Find which package had the library, and install it or the mail server anew from one release; do not link one number to another.',
    commands: [
      'ldd /usr/sbin/postconf /usr/libexec/postfix/master | grep "not found"   # Debian: /usr/lib/postfix/sbin/master',
      'yum provides "*/libmysqlclient.so.18"   # Debian: dpkg -S libmysqlclient.so; apt-cache policy postfix',
      'yum reinstall postfix   # Debian: apt-get install --reinstall postfix',
      'ldconfig -p | grep libmysqlclient; ldconfig',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'It takes packages of another release or repository than that of our images.',
  versions: {},
  noticedBy: [],
  references: ['https://man7.org/linux/man-pages/man8/ld.so.8.html', 'https://www.postfix.org/INSTALL.html'],
};
