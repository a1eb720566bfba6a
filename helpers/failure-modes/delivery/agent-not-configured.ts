import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/agent-not-configured',
  kind: 'fault',
  follows: true,
  title: 'an agent that delivers can not use its settings, and puts the mail off',
  cause:
    '“mail system configuration error” is all that the line of the mail says: virtual has no usable number for the user in virtual_uid_maps or virtual_gid_maps (one below virtual_minimum_uid is none), no virtual_mailbox_base, or a table is malformed. A warning or a fatal line of the same agent before it says which.',
  symptoms: {
    log: [
      {
        pattern: /status=deferred \(mail system configuration error\)$/,
        specimen:
          'postfix/virtual[9]: 4QTz1: to=<bob@example.test>, relay=virtual, delay=1, delays=1/0/0/0, dsn=4.3.5, status=deferred (mail system configuration error)',
        strength: 'suggests',
        program: /\/(?:virtual|local|smtp|lmtp|error)$/,
      },
      {
        // Of virtual.
        pattern: /^warning: recipient \S+: (?:not found in \S+|bad [ug]id )/,
        specimen: 'postfix/virtual[9]: warning: recipient alice@example.test: not found in virtual_uid_maps',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Look for what the agent says before.',
    commands: [
      'grep -E "postfix/(virtual|local|smtp)\\[.*(warning|fatal)" /var/log/mail.log | tail',
      'postconf virtual_uid_maps virtual_gid_maps virtual_mailbox_base virtual_minimum_uid',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/virtual.8.html'],
};
