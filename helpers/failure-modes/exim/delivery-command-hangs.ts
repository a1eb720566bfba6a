import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/delivery-command-hangs',
  kind: 'fault',
  title: 'the program to which Exim gives mail does not end in time',
  cause:
    'A pipe transport waits an hour unless timeout says otherwise, then kills the program. It waits for a lock, for a scanner or a database that does not answer, or for input.',
  symptoms: {
    log: [
      {
        pattern: /pipe delivery process timed out|timeout while writing to pipe/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** alice@example.test R=spamcheck_router T=spamcheck: pipe delivery process timed out',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Run it by hand as the user of the transport, and see where it waits.',
    commands: ['exim -bP transport spamcheck | grep -E "command|timeout|user"', 'exiwhat'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_pipe_transport.html'],
};
