import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'services/postscreen-puts-off',
  kind: 'client',

  title: 'postscreen puts off a client that it has not tested yet',
  cause:
    'With postscreen_pipelining_enable and its like, or a greet action enforce, postscreen answers 450 to every new client until it has passed the tests, and takes it at its next attempt. Users who send at port 25 meet this too, and can’t log in there: postscreen has no AUTH.',
  symptoms: {
    log: [
      {
        pattern: /^NOQUEUE: reject: RCPT from \[[^\]]+\]:\d+: 4\d\d (?:4\.3\.2 )?Service currently unavailable;/,
        specimen:
          'postfix/postscreen[9]: NOQUEUE: reject: RCPT from [198.51.100.7]:4711: 450 4.3.2 Service currently unavailable; from=<x@outside.example>, to=<alice@example.test>, proto=ESMTP, helo=<client>',
        strength: 'names',
        program: programOf('postscreen'),
      },
    ],
    facts: [],
    client: '450 4.3.2 Service currently unavailable',
  },
  repair: {
    words: 'Nothing for other servers, which come again. Users send at 587 or 465.',
    commands: ['postconf -n | grep postscreen_'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '2.8' },
  noticedBy: [],
  references: ['https://www.postfix.org/POSTSCREEN_README.html#after_220'],
};
