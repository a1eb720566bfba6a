import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/tcp-map-answers-badly',
  kind: 'fault',
  title: 'a program that Postfix asks by tcp: ends without an answer, or gives one that Postfix does not understand',
  cause:
    'A tcp: table is asked a line at a time (`get key`), and answers with 200, 400 or 500, a blank, the text and a line end. The program forgets the line end, answers in several lines, or speaks another protocol, such as socketmap, for which socketmap: is the type. At `unexpected EOF` it has closed the connection, crashed, or been silent for too long.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:read TCP map reply from \S+: (?:text longer than \d+|bad status code: )|(?:read TCP map reply from \S+: )?(?:unexpected|malformed|unrecognized) (?:TCP map reply|reply|code|EOF).*|TCP map reply from \S+: .*)/,
        specimen: 'postfix/trivial-rewrite[9]: warning: read TCP map reply from localhost:23000: text longer than 4096',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 Temporary lookup failure',
  },
  repair: {
    words: 'Ask it by hand, and see what it answers.',
    commands: [
      "printf 'get example.test\\n' | nc -w 2 localhost 23000 | od -c | head",
      'postmap -q example.test tcp:localhost:23000',
      'ss -ltnp | grep 23000; journalctl -n 50   # what the program itself has said',
    ],
  },
  unreproduced: 'It takes a program that answers so.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/tcp_table.5.html'],
};
