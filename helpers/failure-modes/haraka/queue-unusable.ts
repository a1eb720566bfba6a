import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/queue-unusable',
  kind: 'fault',
  title: 'Haraka can not read or write its queue',
  cause:
    'The folder queue belongs to another user than the one of smtp.ini, is full, or has a file that was cut off. At the start it ends then; later it puts broken files aside.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:Loading|Scanning) queue failed\. Shutting down|Error reading queue file|corrupt todo file|Error obtaining file size/,
        specimen: '[CRIT] [-] [server] Loading queue failed. Shutting down.',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused, or 451',
  },
  repair: {
    words: 'Give the folder to the user of smtp.ini; see that there is room.',
    commands: ['ls -ld queue; ls -l queue | head', 'grep -nE "^(user|group)" config/smtp.ini', 'df -h .'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/Outbound'],
};
