import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'limits/postscreen-busy',
  kind: 'fault',
  title: 'postscreen turns clients away, since it or smtpd has too many',
  cause:
    'postscreen_client_connection_count_limit of one client, or postscreen_pre_queue_limit and postscreen_post_queue_limit of all are reached: a wave of robots, or smtpd processes that do not come free.',
  symptoms: {
    log: [
      {
        pattern:
          /^NOQUEUE: reject: CONNECT from \[[^\]]+\]:\d+: (?:too many connections|all (?:server|screening) ports busy)$/,
        specimen: 'postfix/postscreen[99]: NOQUEUE: reject: CONNECT from [198.51.100.7]:1337: all server ports busy',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421 4.3.2 All server ports are busy',
  },
  repair: {
    words: 'See what holds the processes of smtpd, and raise the limits.',
    commands: [
      'postconf postscreen_pre_queue_limit postscreen_post_queue_limit default_process_limit',
      'ss -tn sport = :25 | wc -l',
    ],
  },
  unreproduced: 'It takes more clients than a test has.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/POSTSCREEN_README.html'],
};
