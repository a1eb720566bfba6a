import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/delivery-command-fails',
  kind: 'fault',
  title: 'the program to which Exim gives mail ends with an error',
  cause:
    'A transport of the kind pipe runs dovecot-lda, procmail or a script, and its exit status is not 0: 127 says that the program is not there, 126 that it may not be run, 75 that it failed for now, 77 and 73 that it may not write. Why, says its own log or the bounce.',
  symptoms: {
    log: [
      {
        pattern:
          /Child process of \S+ transport (?:\(running command "[^"]*"\) )?(?:returned \d+|was terminated by signal)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** alice@example.test R=dovecot T=dovecot_delivery: Child process of dovecot_delivery transport returned 127 (could mean unable to exec or command does not exist) from command: /usr/lib/dovecot/deliver',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Run it by hand as the user of the transport.',
    commands: [
      'exim -bP transport dovecot_delivery | grep -E "command|user"',
      'sudo -u vmail /usr/lib/dovecot/dovecot-lda -d alice@example.test </dev/null; echo $?',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_pipe_transport.html'],
};
