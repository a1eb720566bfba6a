import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'limits/queue-minfree-too-low',
  kind: 'noise',
  title: 'queue_minfree is less than the largest message needs',
  cause:
    'Postfix wants one and a half times message_size_limit free before it takes a message, and queue_minfree says less. It warns; a disk that fills up is noticed late.',
  symptoms: {
    log: [
      {
        pattern: /^warning: queue_minfree\(\d+\) should be at least 1\.5\*/,
        specimen:
          'postfix/smtpd[9]: warning: queue_minfree(10240000) should be at least 1.5*message_size_limit(20480000)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing',
  },
  repair: {
    words: 'Set it to 0, which works it out, or raise it.',
    commands: ['postconf queue_minfree message_size_limit', 'postconf -X queue_minfree'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#queue_minfree'],
};
