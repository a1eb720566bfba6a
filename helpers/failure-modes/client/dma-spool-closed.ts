import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/dma-spool-closed',
  kind: 'fault',
  title: 'dma can’t write to its spool',
  cause:
    'dma keeps mail in /var/spool/dma, which belongs to root and the group mail, and is itself set-gid mail. A copy of the file system, an empty volume, or a caller that may gain no rights (NoNewPrivileges) leaves it closed. The end of the line tells: `No space left on device` and `Read-only file system` are other matters.',
  symptoms: {
    log: [
      {
        pattern: /can not create spools|can not create temp file in `\//,
        specimen: 'dma[1a2b]: can not create spools: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None: the mail never leaves.',
  },
  repair: {
    words: 'Give folder and program their owner and bits back.',
    commands: [
      'ls -ld /var/spool/dma; ls -l /usr/sbin/dma; df -h /var/spool/dma',
      'install -d -o root -g mail -m 2775 /var/spool/dma',
      'chown root:mail /usr/sbin/dma; chmod 2755 /usr/sbin/dma',
      'systemctl show -p NoNewPrivileges cron',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/corecode/dma'],
};
