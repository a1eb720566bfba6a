import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/hints-unusable',
  kind: 'fault',
  title: 'Exim can’t use its own databases of hints',
  cause:
    'Below the spool, db has what Exim remembers of hosts: when to try again, and what waits. Its files belong to another user, as after a run as root or a restored backup, are of another version of the database library, or are damaged; their disk is full or read-only, or with `get lock` another process holds them. Retries go wrong, and limits do not count. `Berkeley DB error` alone may be about the file of a dbm look-up.',
  symptoms: {
    log: [
      {
        pattern:
          /[Ff]ailed to (?:open (?:DBM?|database lock) file|get (?:read|write) lock for) \S+|Berkeley DB error: /,
        specimen:
          '2026-11-24 23:49:37 failed to open DB file /var/spool/exim4/db/retry: Permission denied (euid=101 egid=103)',
        strength: 'names',
      },
      {
        pattern:
          /chown\(\S+, \d+:\d+\) failed \(.*Please contact the authors|ratelimit database not available|database for 'seen' not available|Bad db record size for/,
        specimen:
          '2026-11-24 23:49:37 exim.c:812: chown(/var/spool/exim4/db/retry, 101:103) failed (Operation not permitted). Please contact the authors and refer to https://bugs.exim.org/show_bug.cgi?id=2391',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Give them to Exim’s user, or remove them: Exim makes them anew.',
    commands: [
      'ls -l /var/spool/exim4/db; df -h /var/spool/exim4',
      'fuser -v /var/spool/exim4/db/*',
      'systemctl stop exim4; rm /var/spool/exim4/db/*; systemctl start exim4',
      'chown Debian-exim:Debian-exim /var/spool/exim4/db',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-how_exim_receives_and_delivers_mail.html'],
};
