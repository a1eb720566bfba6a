import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/sqlite-file-unusable',
  kind: 'fault',
  title: 'Postfix can’t use the SQLite file of its tables',
  cause:
    'The file is there, and SQLite may not read it as it is: another program has set its journal to WAL, for which every reader must be able to write beside it; it lies outside the chroot or is closed to postfix (mode, SELinux, AppArmor), is locked for long, is damaged or no database, or dbpath names no file. All look-ups fail, and everything is put off.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:dict_sqlite\w*: |\bsqlite:\S+: Can't open database: ).*(?:disk I\/O error|database is locked|unable to open database file|attempt to write a readonly database|file is not a database)/,
        specimen:
          'postfix/trivial-rewrite[22530]: fatal: dict_sqlite_lookup: /etc/postfix/virtual-alias-maps.cf: SQL prepare failed: disk I/O error?',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 <x@elsewhere.example>: Temporary lookup failure',
  },
  repair: {
    words: 'Set its journal back, and let postfix read the file and its folder.',
    commands: [
      'sqlite3 /var/lib/mail/users.sqlite "pragma journal_mode=delete; pragma integrity_check"',
      'grep dbpath /etc/postfix/*.cf; ls -lZ /var/lib/mail; sudo -u postfix postmap -q alice@example.test sqlite:/etc/postfix/virtual-alias-maps.cf',
      'postconf -e "virtual_alias_maps = proxy:sqlite:/etc/postfix/virtual-alias-maps.cf"',
    ],
  },
  unreproduced: 'The reference image has no tables of SQLite.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/SQLITE_README.html', 'https://www.sqlite.org/wal.html'],
};
