import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/queue-file-corrupt',
  kind: 'fault',
  title: 'a mail in the queue is broken, and is put aside',
  cause:
    'The disk was full or the machine stopped while the file was written, somebody edited it, or another program wrote into the queue. qmgr moves it to the folder corrupt; the others go on. After a restore from a backup file names and inodes differ: `postsuper -s` mends that.',
  symptoms: {
    log: [
      {
        pattern:
          /saving corrupt file|^warning: damaged message: |corrupted queue file: |^warning: \w+: (?:envelope rec|unexpected record type|message rejected: missing (?:size|end) record)|(?:warning|error): (?:name\/inode mismatch: |QUEUE FILE NAMES WERE CHANGED)/,
        specimen: 'postfix/qmgr[97]: warning: saving corrupt file "4Q1ABCD0" from queue "active" to queue "corrupt"',
        strength: 'names',
      },
      {
        pattern: /\(unreadable mail queue entry\)|message rejected: missing sender/,
        specimen:
          'postfix/smtp[9]: 4XyZab1234: to=<bob@example.org>, relay=none, delay=1, delays=0/0/0/1, dsn=4.3.0, status=deferred (unreadable mail queue entry)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail does not arrive.',
  },
  repair: {
    words: 'Look at the file, save what is in it, and see why it broke: disk, memory, a backup.',
    commands: [
      'ls -l /var/spool/postfix/corrupt',
      'postcat /var/spool/postfix/corrupt/4Q1ABCD0',
      'postsuper -s; df -h /var/spool/postfix',
    ],
  },
  reproduction: {
    inject: 'true',
    provoke: [
      {
        kind: 'run',
        script: `install -o postfix -g postdrop -m 700 /dev/null /var/spool/postfix/incoming/4ABCDE; printf 'C junk' >/var/spool/postfix/incoming/4ABCDE; postqueue -f`,
      },
    ],
    repair: 'rm -f /var/spool/postfix/corrupt/*',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postsuper.1.html', 'https://www.postfix.org/QSHAPE_README.html'],
};
