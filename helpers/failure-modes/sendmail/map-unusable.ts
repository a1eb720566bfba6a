import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/map-unusable',
  kind: 'fault',
  title: 'Sendmail can not open a map, or does not trust it as others may write it',
  cause:
    'Sendmail reads access, authinfo, virtusertable and aliases as databases that makemap and newaliases make. One was never made, is closed for Sendmail, is of another type than sendmail.cf says, or its file or a folder above it may be written by others than its owner; it then counts for nothing, or mail is deferred.',
  symptoms: {
    log: [
      {
        pattern:
          /\w+ map "[^"]*": (?:unsafe|missing) map file |Cannot (?:open|create) (?:hash|btree|dbm|cdb) (?:database|map) \S+: |map \S+ unsafe: |Cannot open \S+\.db: /,
        specimen:
          'sm-mta[2211]: NOQUEUE: SYSERR(root): hash map "access": unsafe map file /etc/mail/access.db: World writable file',
        strength: 'names',
        program: /^(?:sendmail|sm-mta|sm-msp-queue|sendmail-client|sm-client)$/,
      },
      {
        pattern:
          /Cannot (?:open|reopen) (?:\S+ )?database \S+|cannot pre-open database|(?:unsafe|bogus) map file|initialization of cdb map|file changed after (?:pre-)?open/,
        specimen:
          'sm-mta[2571]: NOQUEUE: SYSERR(root): Cannot reopen DB database /etc/mail/access.db: Permission denied',
        strength: 'names',
        program: /^(?:sendmail|sm-\w+|makemap|newaliases)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: '451 4.0.0 or 4.3.0, or an entry that has no effect',
  },
  repair: {
    words: 'Make the map, and close file and folders for others.',
    commands: [
      'makemap hash /etc/mail/access </etc/mail/access; newaliases',
      'ls -ld / /etc /etc/mail /etc/mail/access.db',
      'chmod go-w / /etc /etc/mail; chmod 640 /etc/mail/access.db',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
