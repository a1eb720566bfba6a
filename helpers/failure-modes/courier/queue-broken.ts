import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/queue-broken',
  kind: 'fault',
  title: 'Courier finds a broken file in its queue, or a delivery of it hangs',
  cause:
    'A file of a message does not fit to its number, is cut off, or could not be written: after a crash, a full disk, or a copy of the queue. Or a module hangs, and courierd waits for it or ends.',
  symptoms: {
    log: [
      {
        pattern:
          /QUEUE FILE CORRUPTION|Write to control file FAILED|ABNORMAL TERMINATION|Invalid number of links for |Error: stuck delivery, PID|INVALID (?:DELIVERY ID|message from child)/,
        specimen: 'courierd: QUEUE FILE CORRUPTION: inode 123456',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Stop Courier, look at the file, and put it aside; never copy the queue.',
    commands: ['courier stop', 'ls -l /var/lib/courier/msgs /var/lib/courier/tmp | head', 'df -h; df -i'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/courier.html'],
};
