import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/given-up',
  kind: 'fault',
  follows: true,
  title: 'a mail has waited as long as it may, and goes back to its sender',
  cause:
    'Since maximal_queue_lifetime (five days), or bounce_queue_lifetime, it could not be delivered. Why, the lines before say at every try.',
  symptoms: {
    log: [
      {
        pattern: /, status=expired, returned to sender$/,
        specimen: 'postfix/qmgr[99]: 66C15648577B: from=<alice@example.test>, status=expired, returned to sender',
        strength: 'suggests',
      },
    ],
    facts: [],
    client: 'A bounce after days',
  },
  repair: {
    words: 'Look for the last try.',
    commands: ['grep 66C15648577B /var/log/mail.log*', 'postconf maximal_queue_lifetime bounce_queue_lifetime'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#maximal_queue_lifetime'],
};
