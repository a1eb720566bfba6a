import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/disk-full',
  kind: 'fault',
  title: 'the disk with Courier’s queue is full',
  cause: 'courierd looks at the space that is left for its queue, and takes no new mail until there is room again.',
  symptoms: {
    log: [
      {
        pattern: /^Low on disk space\.|431 Mail system full/,
        specimen: 'courierd[41]: Low on disk space.',
        strength: 'names',
        program: /^courier/,
      },
    ],
    facts: [],
    client: '431 Mail system full.',
  },
  repair: { words: 'Make room.', commands: ['df -h /var/lib/courier; df -i /var/lib/courier'] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
