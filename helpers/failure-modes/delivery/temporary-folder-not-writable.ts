import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/temporary-folder-not-writable',
  kind: 'fault',
  follows: true,
  title: 'Dovecot can not put a mail aside while it takes it',
  cause:
    'Larger mails are written to mail_temp_dir, /tmp by default, before they are stored. It is full, may not be written by the user of the mail, or is closed to the service by systemd (PrivateTmp, ProtectSystem).',
  symptoms: {
    log: [
      {
        pattern:
          /Can't open delivery mail as raw|safe_mkstemp\(\S*(?:tmp|dovecot\.(?:lmtp|lda|imap|deliver))\S*\) failed|Temp file creation to \S+ failed|[Cc]ouldn't create temp file/,
        specimen:
          'dovecot: lmtp(alice@example.test)<1><x>: Error: safe_mkstemp(/tmp/dovecot.lmtp.) failed: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary internal error',
  },
  repair: {
    words: 'Give it a folder that the user of the mail may write, with room.',
    commands: [
      'doveconf mail_temp_dir',
      'ls -ld /tmp; df -h /tmp',
      'systemctl show dovecot -p PrivateTmp -p ProtectSystem',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/protocols/lmtp_server/'],
};
