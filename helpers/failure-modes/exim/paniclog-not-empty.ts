import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/paniclog-not-empty',
  kind: 'fault',
  follows: true,
  title: 'Exim has written into its panic log, and is complained of until that is emptied',
  cause:
    'Debian looks each day and at each start whether /var/log/exim4/paniclog has something in it, and tells it. What is in there was bad once: a configuration that could not be read, a port in use, tainted data. It stays till somebody removes it, whether or not it still happens.',
  symptoms: {
    log: [
      {
        pattern: /ALERT: exim paniclog \S+ has non-zero size/,
        specimen:
          'exim4[53]: ALERT: exim paniclog /var/log/exim4/paniclog has non-zero size, mail system possibly broken',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Read it, mend what it tells, and empty it.',
    commands: ['tail -20 /var/log/exim4/paniclog', 'rm /var/log/exim4/paniclog'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-log_files.html'],
};
