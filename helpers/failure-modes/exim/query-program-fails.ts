import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/query-program-fails',
  kind: 'fault',
  title: 'the program that Exim asks for the way of a mail fails',
  cause:
    'A router of the kind queryprogram runs a command and reads where to send. It ended with an error, did not answer in time, was killed, or answered with a word that Exim does not know.',
  symptoms: {
    log: [
      {
        pattern:
          /router: command (?:returned non-zero code|timed out|killed by signal|failed to return data)|bad command yield: |bad lookup type "[^"]*" yielded by command/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=ask_program defer (-1): ask_program router: command returned non-zero code 1',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Run it by hand as its user.',
    commands: ['exim -bP router ask_program | grep command', 'exim -d+route -bt alice@example.test 2>&1 | tail -40'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_queryprogram_router.html'],
};
