import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/disk-full',
  kind: 'fault',
  title: 'the disk with Sendmail’s queue is full',
  cause: 'Below MinFreeBlocks, 100 blocks unless set, Sendmail takes no mail.',
  symptoms: {
    log: [
      {
        pattern: /low on space \(\S+ needs \d+ bytes \+ \d+ blocks in /,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: low on space (SMTP-DAEMON needs 101 bytes + 100 blocks in /var/spool/mqueue), max avail: 0',
        strength: 'names',
      },
      {
        pattern:
          /rejecting new messages: min free|Out of disk space for temp file|^(?!.*(?:SMTP error from remote|\bid=[\w.]+,from)).*(?<!(?:reply=|said: |Deferred: |stat="?))452 4\.4\.5 Insufficient disk space/,
        specimen: 'sm-mta[2571]: rejecting new messages: min free: 100',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '452 4.4.5 Insufficient disk space; try again later',
  },
  repair: { words: 'Make room.', commands: ['df -h /var/spool/mqueue; df -i /var/spool/mqueue', 'mailq | tail -1'] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/doc8.12/op-sh-4.html'],
};
