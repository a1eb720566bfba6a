import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/queue-error',
  kind: 'fault',
  title: 'OpenSMTPD can not read or write its queue',
  cause:
    'The folder of the queue has another owner or mode than smtpd set up, is on a file system that is read-only or full, or the key for its encryption is not the one with which its mails were written. An envelope that a crash or a full disk has left half written ends the whole server, again at each start.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:queue-fs|queue_fs): (?:open|mkdir|rename|rmtree|statfs|unlink|short write|opendir|fopen|write|fstat|link|.*: (?:Permission denied|No space|Read-only))|could not initialize queue backend|invalid key for queue encryption|could not reload envelope|queue-proc: |Could not (?:get|stat) message fd|Error reading content file/,
        specimen: 'smtpd[53]: warn: queue-fs: open: Permission denied',
        strength: 'names',
      },
      {
        pattern:
          /queue: (?:\w+: )?failed to load envelope|fatal: failed to retrieve envelope|warn: (?:invalid envelope \w+|could not update envelope)/,
        specimen: 'smtpd[53]: queue: tempfail: failed to load envelope',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '421 4.3.0 Temporary Error',
  },
  repair: {
    words:
      'Give the folders back to _smtpq, or let smtpd make them anew where the queue is empty; move an envelope aside that can not be read.',
    commands: ['ls -ld /var/spool/smtpd /var/spool/smtpd/*', 'df -h /var/spool; df -i /var/spool', 'smtpd -n'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.8'],
};
