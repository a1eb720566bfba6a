import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/disk-full',
  kind: 'fault',
  title: 'the disk with OpenSMTPD’s queue is full',
  cause: 'Below some per cent of space or inodes OpenSMTPD takes no mail for now, so that what it has is safe.',
  symptoms: {
    log: [
      {
        pattern: /^warn: not enough (?:disk space|inodes): \d+/,
        specimen: 'smtpd[53]: warn: not enough disk space: 3% left',
        strength: 'names',
      },
      {
        pattern: /^warn: temporarily rejecting messages/,
        specimen: 'smtpd[53]: warn: temporarily rejecting messages',
        strength: 'accompanies',
      },
      {
        pattern:
          /smtp (?:event=)?failed-command .*command="(?:MAIL|RCPT)[^"]*" result="4[25]1 (?:4\.\d\.\d )?Temporary/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="MAIL FROM:<alice@example.test>" result="421 4.3.0 Temporary Error"',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '421 4.3.0 Temporary Error',
  },
  repair: { words: 'Make room.', commands: ['df -h /var/spool/smtpd; df -i /var/spool/smtpd', 'smtpctl show queue'] },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.8'],
};
