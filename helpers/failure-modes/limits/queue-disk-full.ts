import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { queueFileFails } from '../shared/queue-file-fails';
import { parameterManual } from './shared/rate-limit';

export const mode: FailureMode = {
  id: 'limits/queue-disk-full',
  kind: 'fault',
  title: 'a disk that Postfix writes to has too little room, or message_size_limit asks for too much',
  cause:
    'Postfix takes mail only where the file system of the queue has room for one and a half times the largest mail (message_size_limit), and for queue_minfree. Small volumes of containers fall short of it long before they are full, or message_size_limit itself is far too large. `No space left on device` may also mean that there are no inodes left; of a logfile it means the disk of the log.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:warning|fatal): (?:mail_queue_enter: create file|write queue file|\S+: write)(?: .*)?: No space left on device/,
        specimen:
          'postfix/postdrop[2139]: warning: mail_queue_enter: create file maildrop/1.2139: No space left on device',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /^warning: not enough free space in mail queue: \d+ bytes < [\d.]+\*message size limit$/,
        specimen:
          'postfix/smtpd[2139]: warning: not enough free space in mail queue: 12288000 bytes < 1.5*message size limit',
        strength: 'names',
      },
      {
        pattern:
          /^\w+: reject: \w+ from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?(?:<[^>]*>: )?(?:[\w ]+: )?Insufficient system storage/,
        specimen:
          'postfix/smtpd[2139]: NOQUEUE: reject: MAIL from client.outside.example[198.51.100.7]: 452 4.3.1 Insufficient system storage; proto=ESMTP helo=<client>',
        strength: 'names',
      },
      {
        pattern: /queue file write error: No space left on device|^fatal: logfile '\S+' write error: No space left/,
        specimen: 'postfix/cleanup[9]: warning: close: queue file write error: No space left on device',
        strength: 'names',
        alternative: true,
      },
      {
        // What a start script runs.
        pattern:
          /(?:^|\b(?:mv|cp|ln|mkdir|touch|sed|tee|tar|rsync): )(?:cannot|can't|couldn't|failed to|error) .*\/(?:var\/(?:spool\/postfix|mail|vmail|lib\/(?:postfix|dovecot|amavis|clamav|rspamd|spamassassin))|etc\/(?:postfix|dovecot|opendkim))\S*: No space left on device/,
        specimen: "mkdir[9]: cannot create directory '/var/spool/postfix/pid': No space left on device",
        strength: 'names',
        alternative: true,
      },
      queueFileFails,
    ],
    facts: [],
    client: '452 4.3.1 Insufficient system storage',
  },
  repair: {
    words: 'Make room, or lower message_size_limit and queue_minfree to what the disk has.',
    commands: [
      'df -h /var/spool/postfix /var/log; df -i /var/spool/postfix',
      'postconf message_size_limit queue_minfree',
      'postconf -X queue_minfree',
    ],
  },
  reproduction: {
    inject: 'postconf -e queue_minfree=9000000000000000',
    provoke: [mailToLocalUser],
    repair: 'postconf -X queue_minfree',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-local'],
  references: [parameterManual('queue_minfree'), parameterManual('message_size_limit')],
};
