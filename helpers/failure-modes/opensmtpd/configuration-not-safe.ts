import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/configuration-not-safe',
  kind: 'fault',
  title: 'OpenSMTPD does not read its configuration, as others may read or write it',
  cause:
    'The file must belong to root, and nobody else may write it; a file with secrets may not be readable by others either. One that was copied, or lies in a volume of a container, often has another owner.',
  symptoms: {
    log: [
      {
        pattern: /group\/world readable\/writeable|owner not root or current user/,
        specimen: 'smtpd[53]: warn: /etc/mail/secrets.conf: group/world readable/writeable',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused',
  },
  repair: {
    words: 'Give it to root and close it.',
    commands: ['chown root:_smtpd /etc/mail/*.conf', 'chmod 640 /etc/mail/*.conf', 'smtpd -n'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
