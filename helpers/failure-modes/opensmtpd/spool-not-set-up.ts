import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/spool-not-set-up',
  kind: 'fault',
  title: 'OpenSMTPD’s users or its spool are not as they have to be',
  cause:
    'smtpd wants two users of its own, _smtpd and _smtpq or smtpd and smtpq, and its spool root’s with folders of the queue’s user. A package that was made by hand, a volume, or a chown -R changed that, and it does not start.',
  symptoms: {
    log: [
      {
        pattern:
          /error in (?:spool|offline|purge) directory setup|unknown user _?smtp[dq]\b|unknown group _?smtpq\b|warn: \S*\/(?:spool|queue|offline|purge)(?:\/\S*)?: (?:not owned by uid|insecure permissions)/,
        specimen: 'smtpd[53]: fatal: error in spool directory setup',
        strength: 'names',
      },
      {
        pattern: /this program must be setgid smtpq|couldn't enqueue offline message /,
        specimen: 'smtpd[1879]: sendmail: this program must be setgid smtpq',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Make the users, and give the folders back.',
    commands: [
      'id _smtpd; id _smtpq',
      'ls -ld /var/spool/smtpd /var/spool/smtpd/*   # root 711; queue, incoming, purge of _smtpq 700; offline root:_smtpq 770',
      'smtpd -dv',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.8'],
};
