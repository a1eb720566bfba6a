import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'ports/command-service-malformed',
  kind: 'fault',
  title: 'a service of master.cf that runs a command lacks what pipe or spawn needs',
  cause:
    'pipe(8) and spawn(8) take attributes behind their name: user= and argv=, which comes last. One is missing or misspelt, a line that continues does not begin with a space, or there is a space around =. Neither runs anything as root or as postfix.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:missing (?:argv|user)= (?:command-line )?attribute|unknown attribute name: |request to (?:deliver|use) (?:as |mail system|privileged)|unknown flag: \w \(ignored\))/,
        specimen: 'postfix/pipe[9]: fatal: missing argv= command-line attribute',
        strength: 'names',
        program: /(?:pipe|spawn)$/,
      },
    ],
    facts: [],
    client: 'Mail for that transport stays: unknown mail transport error; or 451 4.3.5 Server configuration problem',
  },
  repair: {
    words: 'Write the service as its manual has it, with a user of its own.',
    commands: [
      'postconf -Mf | grep -A 3 -E "pipe|spawn"',
      'postconf -M policy/unix="policy unix - n n - 0 spawn user=nobody argv=/usr/bin/policyd-spf"',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/pipe.8.html', 'https://www.postfix.org/spawn.8.html'],
};
