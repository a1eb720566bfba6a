import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/pipe-command-refused',
  kind: 'fault',
  title: 'Exim can’t or may not run the command to which it is to give mail',
  cause:
    'A pipe transport does without a shell: the command is an absolute path, or a name that is in path, /bin:/usr/bin unless set. allow_commands and restrict_to_path allow only some commands. Or the program is not installed, or not executable.',
  symptoms: {
    log: [
      {
        pattern:
          /"[^"]*" command not (?:found for|permitted by) \S+ transport|\(command for \S+ transport\) - failed for security reasons|pipe process failed to exec "|no command specified for \S+ transport/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** |vacation <alice@example.test> R=userforward T=address_pipe: "vacation" command not found for address_pipe transport',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce: command not found',
  },
  repair: {
    words: 'Write the whole path; install the program; or allow the command at the transport.',
    commands: [
      'ls -l /usr/bin/procmail /usr/lib/dovecot/dovecot-lda',
      'exim -bP transport address_pipe | grep -E "path|allow_commands|restrict_to_path|use_shell"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_pipe_transport.html'],
};
