import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/amavis-database-broken',
  kind: 'fault',
  title: 'Amavis can’t use its Berkeley DB environment',
  cause:
    'The files below /var/lib/amavis/db were left by a killed process, belong to another user, or were made by another version of the library; or the table of locks or the disk is full. Amavis does not start, or puts mail off.',
  symptoms: {
    log: [
      {
        pattern: /BDB no dbS: |BDB bad db env|db_init: BDB|Lock table is out of available/,
        specimen:
          'amavis[12]: (!!)TROUBLE in pre_loop_hook: db_init: BDB no dbS: Lock table is out of available locker entries, Cannot allocate memory. at (eval 94) line 311.',
        strength: 'names',
        program: /^amavis/,
      },
    ],
    facts: [],
    client: 'Nothing: mail waits in the queue; or 451 4.5.0',
  },
  repair: {
    words: 'Stop it, remove the files, which are made anew, and start it.',
    commands: [
      'ls -ld /var/lib/amavis/db; df -h /var/lib/amavis',
      'systemctl stop amavis; rm -f /var/lib/amavis/db/__db.* /var/lib/amavis/db/*.db; systemctl start amavis',
      '# or switch it off: $enable_db = 0; in 50-user',
    ],
  },
  unreproduced: 'Our images have no Amavis.',
  versions: {},
  noticedBy: [],
  references: ['https://www.ijs.si/software/amavisd/'],
};
