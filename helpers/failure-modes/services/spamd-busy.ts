import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/spamd-busy',
  kind: 'fault',
  title: 'all processes of spamd are busy, and mail waits for one',
  cause:
    'More mail comes than --max-children (5 by default) judge at a time. Each waits for DNS lists that do not answer, or for a database; the milter or filter then times out.',
  symptoms: {
    log: [
      {
        pattern: /server reached --max-children setting/,
        specimen: 'spamd[9]: prefork: server reached --max-children setting, consider raising it',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Slow answers at the end of DATA; 451 4.7.1 at times',
  },
  repair: {
    words: 'Run a resolver on the machine, see what takes so long, and raise the number as memory allows.',
    commands: [
      'journalctl -u spamd | grep -oE "in [0-9.]+ seconds" | sort -k2 -n | tail',
      'grep OPTIONS /etc/default/spamd   # --max-children 10',
      'free -m',
    ],
  },
  unreproduced: 'The reference image has no SpamAssassin.',
  versions: {},
  noticedBy: [],
  references: ['https://spamassassin.apache.org/full/4.0.x/doc/spamd.html'],
};
