import type { FailureMode } from '../../model/failure-mode';
import { noConfigurationFile } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/password-file-rights',
  kind: 'client',
  title: 'a substitute for sendmail does not read its file: owner or rights forbid it, or it is not there',
  cause:
    'A file of a user that has a password in it must be that user’s and closed to others, or msmtp and esmtp refuse it. The system’s file (/etc/msmtprc, /etc/ssmtp/ssmtp.conf, /etc/dma/auth.conf) has to be readable for whoever sends, such as the user of a web server or of cron. ssmtp and dma complain in the same way of a file that is missing. Where owner and rights are right, AppArmor (Debian’s profile of msmtp), SELinux or ProtectHome of a unit forbids it, and the kernel’s log may say so.',
  symptoms: {
    log: [
      {
        pattern:
          /contains secrets and therefore must|must have no more than user read\/write permissions|msmtprc: must be owned by you|msmtprc: Permission denied/,
        specimen:
          'sendmail: /root/.msmtprc: contains secrets and therefore must have no more than user read/write permissions',
        strength: 'names',
      },
      noConfigurationFile,
      {
        // esmtp; dma; ssmtp.
        pattern:
          /must have no more than -rwx--x--- \(0710\) permissions|can not open auth file `|\/ssmtp\.conf not found/,
        specimen: 'sSMTP[1234]: /etc/ssmtp/ssmtp.conf not found',
        strength: 'names',
        alternative: true,
      },
      {
        // dma.
        pattern: /can not open config `\//,
        specimen: "dma: can not open config `/etc/dma/dma.conf': Permission denied",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None: there is no connection.',
  },
  repair: {
    words:
      'Give the file to the user who sends, for that user alone; or the system’s file to a group that the senders are in. Better, take the password out of it with passwordeval.',
    commands: [
      'ls -l ~/.msmtprc /etc/msmtprc /etc/ssmtp /etc/dma',
      'chmod 600 ~/.msmtprc',
      'journalctl -k | grep -i denied',
      'chown root:msmtp /etc/msmtprc && chmod 640 /etc/msmtprc',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['https://marlam.de/msmtp/msmtp.html'],
};
