import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/dma-helper-closed',
  kind: 'fault',
  title: 'dma can’t make or open a local mailbox',
  cause:
    'dma runs as its group mail and makes a missing mailbox by dma-mbox-create, which is set-uid root and may be run by that group only. A package that lost group or modes, or a copy of the file system, leaves local mail in the queue. So does a mailbox that is there and belongs to another than its user and the group mail, or a folder that is not there; the line says which file it is.',
  symptoms: {
    log: [
      {
        pattern:
          /cannot execute \S*dma-mbox-create: |error creating mbox `|local delivery deferred: can not (?:create|open) `/,
        specimen: 'dma[36844e2.56308140de30]: cannot execute /usr/lib/dma-mbox-create: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits.',
  },
  repair: {
    words: 'Restore owner and modes, or make the mailbox.',
    commands: [
      'ls -ld /var/mail; ls -l /var/mail /usr/lib/dma',
      'chown root:mail /usr/lib/dma/dma-mbox-create; chmod 4754 /usr/lib/dma/dma-mbox-create',
      'touch /var/mail/alice; chown alice:mail /var/mail/alice; chmod 660 /var/mail/alice',
      'dma -q',
    ],
  },
  unreproduced: 'It is the fault of a package of another system.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/corecode/dma'],
};
