import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/next-server-refuses',
  kind: 'fault',
  title: 'the next server refuses a mail of Haraka, or puts it off, and says why',
  cause:
    'Its answer stands in the line: an unknown recipient, a block list, a grey list, a login that is wanted, a policy.',
  symptoms: {
    log: [
      {
        pattern:
          /\[outbound\] (?:recipient \S+ (?:rejected|deferred): |bouncing mail: (?:Some recipients |Unrecognized response|\d{3} |Too many failures \(Upstream error))/,
        specimen:
          '[NOTICE] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11.1] [outbound] recipient <bob@elsewhere.example> rejected: 550 5.1.1 No such user',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back.',
  },
  repair: {
    words: 'Act on the answer: correct the address, or set a smarthost with a login.',
    commands: ['haraka --qlist', 'cat config/smtp_forward.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/Outbound'],
};
