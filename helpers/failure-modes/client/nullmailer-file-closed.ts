import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/nullmailer-file-closed',
  kind: 'fault',
  title: 'nullmailer can’t open a mail in its own queue',
  cause:
    'nullmailer-queue is set-uid and writes as user mail, whom nullmailer-send reads as. A caller that may gain no rights (NoNewPrivileges, DynamicUser, a sandboxed unit) makes it write as somebody else, mode 600.',
  symptoms: {
    log: [
      {
        pattern: /nullmailer-send: Can't open file '|(?:^|: )Can't open file '\d+\.\d+'$/,
        specimen: "nullmailer-send: Can't open file '1787077005.7947'",
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits for ever.',
  },
  repair: {
    words: 'Hand the file over, and let the unit gain rights, or speak SMTP to another program.',
    commands: [
      'ls -l /var/spool/nullmailer/queue',
      'chown mail:mail /var/spool/nullmailer/queue/*',
      'systemctl show -p NoNewPrivileges rsyslog',
    ],
  },
  unreproduced: 'The reference image sends by Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://untroubled.org/nullmailer/'],
};
