import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/not-root',
  kind: 'fault',
  title: 'Exim may not become another user',
  cause:
    'Exim is started by any user, is root because its program has the setuid bit, and gives that up for the one who gets the mail. Without the bit, on a volume mounted nosuid, or in a container or a service that may gain no privileges, it can’t.',
  symptoms: {
    log: [
      {
        pattern:
          /unable to set gid=-?\d+ or uid=-?\d+ \(euid=\d+\)|initgroups failed for uid=\d+: |exim: setgroups: Operation not permitted/,
        specimen:
          '2026-11-24 23:49:37 unable to set gid=8 or uid=8 (euid=101): local delivery to alice <alice@example.test> transport=mail_spool',
        strength: 'names',
      },
      {
        pattern:
          /exim: (?:setgroups|setgid|setuid)\([^)]*\) failed: |changing group failed: Operation not permitted|^(?:seteuid|setegid|setgroups|getgroups)(?:\(\d+\))?: Operation not permitted/,
        specimen: 'exim4[53]: exim: setgroups() failed: Operation not permitted',
        strength: 'names',
        program: /^exim/,
        alternative: true,
      },
      {
        pattern: /Unable to get root to set uid and gid/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB Unable to get root to set uid and gid for local delivery to bob: uid=100 euid=100',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Let the program be root’s with the setuid bit, and let nothing take that away.',
    commands: [
      'ls -l /usr/sbin/exim4   # -rwsr-xr-x root',
      'findmnt -T /usr/sbin/exim4 -o OPTIONS | grep nosuid',
      'systemctl cat exim4 | grep NoNewPrivileges',
      'docker inspect mail | grep -A5 -E "CapDrop|SecurityOpt"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-security_considerations.html'],
};
