import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/spool-not-writable',
  kind: 'fault',
  follows: true,
  title: 'Exim can’t make or change a file in its spool',
  cause:
    'The folders below /var/spool/exim4 or /var/spool/exim belong to another user, as a mounted volume or a copied machine has it; the file system is read-only, or its server takes no change of owner, as NFS does; or the disk is full, where no reason is told. Or Exim runs as its caller: a web server or service with NoNewPrivileges, or a file system mounted nosuid, takes away its setuid bit, and `unable to set gid` is written beside it. Then the folders are right.',
  symptoms: {
    log: [
      {
        pattern:
          /Failed to create (?:spool file|(?:spool )?directory) \S*(?:\/input|\/msglog|\/db|\/spool)\S*: (?:Permission denied|Read-only file system|Operation not permitted)/,
        specimen:
          '2026-11-24 23:49:37 Failed to create spool file /var/spool/exim4//input//1vNZ2k-000123-AB-D: Permission denied',
        strength: 'names',
      },
      {
        pattern:
          /cannot accept message: failed to stat \w+ directory|Failed setting ownership on spool file|Couldn't (?:open|fdopen|create|set perms on) (?:message log|journal file)|failed to unlink \S*\/input\/\S+: (?:Permission|Operation|Read-only)|Failed to reopen \S+ for remote parallel delivery|(?:attempt to open journal for reading gave|failed to (?:write|update|fsync) journal(?!.*No space left))/,
        specimen:
          "2026-11-24 23:49:37 Couldn't open message log /var/spool/exim4/msglog//1vNZ2k-000123-AB: Permission denied",
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /error while creating mbox spool file|failed to open scan (?:file|directory) |acl_smtp_mime: can't open RFC822 spool file|: can't open spool file /,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB acl_smtp_mime: error while creating mbox spool file, message temporarily rejected.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Give the whole folder to Exim’s user, and let its program keep the setuid bit.',
    commands: [
      'ls -ld /var/spool/exim4 /var/spool/exim4/input',
      'ls -l /usr/sbin/exim4; findmnt -T /usr/sbin/exim4 -o OPTIONS   # -rwsr-xr-x root, and no nosuid',
      'systemctl show -p NoNewPrivileges php-fpm   # or the service whose program sends',
      'chown -R Debian-exim:Debian-exim /var/spool/exim4   # CentOS: exim:exim /var/spool/exim',
      'findmnt -T /var/spool/exim4; df -h /var/spool/exim4',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-how_exim_receives_and_delivers_mail.html'],
};
