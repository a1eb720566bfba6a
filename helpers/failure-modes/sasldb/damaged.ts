import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { generic, loginBroke, notVerified } from '../shared/sasl-files';
import { makeAnew, makeAnewByHand, noticedBy, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/damaged',
  kind: 'fault',
  title: 'sasldb2 opens, and a look-up in it fails',
  cause:
    'Most often it is damaged inside: its first page is that of a database and the rest is not, as the machine lost power while a user was made, or the file was copied while it was written. A disk that can not be read, or for LMDB too many readers or a map that is too small, shows so, too: the library’s own words stand behind the colon.',
  symptoms: {
    log: [
      {
        pattern: /^warning: SASL authentication failure: error fetching from sasldb: /,
        specimen:
          'postfix/smtpd[2199]: warning: SASL authentication failure: error fetching from sasldb: BDB0087 DB_RUNRECOVERY: Fatal error, run database recovery',
        strength: 'names',
      },
      notVerified,
      loginBroke,
    ],
    facts: [],
    client: generic,
  },
  repair: { words: 'Take it from a backup, or make the users anew.', commands: makeAnewByHand },
  reproduction: {
    // Not at random: by chance the look-up would fail otherwise, or not at all.
    inject:
      "tr '\\0' '\\377' </dev/zero | dd of=/etc/sasldb2 bs=4096 seek=1 count=2 iflag=fullblock conv=notrunc 2>/dev/null || true",
    provoke: [loginOnly()],
    repair: makeAnew,
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
