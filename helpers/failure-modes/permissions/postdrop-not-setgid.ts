import type { FactSign, FailureMode } from '../../model/failure-mode';
import { fileFact } from '../shared/sasl-files';
import { install, localUserMails, maildropClosed, queue, setPermissions } from './shared/closed-files';

const setgid = (mode: string): boolean => (Number.parseInt(mode, 8) & 0o2000) !== 0;

// A bit that is there may still have no effect.
const withoutGroup: FactSign = {
  words: '/usr/sbin/postdrop is not setgid, or its caller may gain no rights by that',
  look: 'ls -ld /usr/sbin/postdrop; systemctl show -p NoNewPrivileges php-fpm apache2',
  holds: ({ files }) => {
    const fact = files.get('/usr/sbin/postdrop');
    return fact?.kind === 'file' && !setgid(fact.mode) ? true : undefined;
  },
};

export const mode: FailureMode = {
  id: 'permissions/postdrop-not-setgid',
  kind: 'fault',
  title: 'postdrop runs without its group: its setgid bit is lost or has no effect, or it may not be run by everybody',
  cause:
    'postdrop runs as the group postdrop, whoever calls it, by its setgid bit. chown takes that bit away, and so do some ways of copying an image. Or it is there without effect: the file system is mounted nosuid, a container may not gain privileges, or the unit of the caller (php-fpm, apache2) has NoNewPrivileges=true. SELinux forbids it to web servers without httpd_can_sendmail. Users can then not hand in mail; root still can.',
  symptoms: {
    log: [
      maildropClosed,
      {
        // Of postfix check.
        pattern: /^warning: not set-gid or not owner\+group\+world executable: \S*\/postdrop$/,
        specimen:
          'postfix/postfix-script[9]: warning: not set-gid or not owner+group+world executable: /usr/sbin/postdrop',
        strength: 'names',
        program: /^postfix(?:\/postfix-script)?$/,
        alternative: true,
      },
    ],
    facts: [
      withoutGroup,
      fileFact(`${queue}/maildrop`, 'is of the group postdrop', (fact) => {
        return fact.kind !== 'absent' && fact.group === 'postdrop';
      }),
    ],
    client: 'Nothing over SMTP; sendmail(1) hangs.',
  },
  repair: {
    words:
      'Let Postfix set its own permissions. Where the bit is there, let the unit of the caller gain rights, or hand mail in by SMTP to localhost.',
    commands: [
      'ls -l /usr/sbin/postdrop /usr/sbin/postqueue; findmnt -T /usr/sbin/postdrop -o OPTIONS',
      'systemctl show -p NoNewPrivileges php-fpm apache2 httpd',
      'getsebool httpd_can_sendmail; ausearch -m avc -c postdrop -ts recent',
      'postfix set-permissions',
      'setsebool -P httpd_can_sendmail 1',
    ],
  },
  reproduction: {
    inject: 'chmod g-s /usr/sbin/postdrop',
    provoke: [localUserMails],
    repair: 'chmod g+s /usr/sbin/postdrop',
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    setPermissions,
    install,
    'https://www.freedesktop.org/software/systemd/man/latest/systemd.exec.html#NoNewPrivileges=',
  ],
};
