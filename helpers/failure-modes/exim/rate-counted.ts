import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/rate-counted',
  kind: 'noise',
  title: 'Exim notes how much a sender sends',
  cause:
    'A ratelimit condition in a warn statement writes the rate into the log and refuses nothing; control panels do so for each mail. Where a limit is reached, a line with “rejected” follows.',
  symptoms: {
    log: [
      {
        pattern: / Warning: "?Sender rate /,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] Warning: Sender rate [limitlog]: log / email / alice@example.test / 1.0 / 1h',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Nothing.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
