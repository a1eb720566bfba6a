import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { fileFact, generic, loginBroke, notVerified } from '../shared/sasl-files';
import { invalid, makeAnew, makeAnewByHand, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/empty',
  kind: 'fault',
  title: 'sasldb2 is an empty file, not an empty database',
  cause:
    'Somebody made the file with touch or `>`, to have something to mount or to set the mode of. Berkeley DB takes a ' +
    'file of no bytes for a damaged one when it opens it for reading.',
  symptoms: {
    log: [invalid, notVerified, loginBroke],
    facts: [fileFact(sasldb, 'has no bytes', (fact) => fact.kind === 'file' && fact.size === 0)],
    client: generic,
  },
  repair: { words: 'Remove it, and let saslpasswd2 make it.', commands: makeAnewByHand },
  reproduction: {
    inject: ': >/etc/sasldb2',
    provoke: [loginOnly()],
    repair: makeAnew,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
