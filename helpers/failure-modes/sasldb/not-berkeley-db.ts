import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { fileFact, generic, loginBroke, notVerified } from '../shared/sasl-files';
import { invalid, makeAnew, makeAnewByHand, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/not-berkeley-db',
  kind: 'fault',
  title: 'sasldb2 is not a Berkeley DB that this SASL can read',
  cause:
    'The file is text with `user:password`, or was made by a SASL with another database (RHEL 9 has GDBM, others LMDB) ' +
    'or a newer Berkeley DB, and mounted or copied here; or a copy of it broke off. The format has no version that ' +
    'would say so: the error is just `Invalid argument`.',
  symptoms: {
    log: [invalid, notVerified, loginBroke],
    facts: [fileFact(sasldb, 'has some bytes', (fact) => fact.kind === 'file' && fact.size > 0)],
    client: generic,
  },
  repair: {
    words: 'Make it anew with the saslpasswd2 of this system.',
    commands: ['file /etc/sasldb2', ...makeAnewByHand],
  },
  reproduction: {
    inject: 'echo alice:correct-horse-alice >/etc/sasldb2',
    provoke: [loginOnly()],
    repair: makeAnew,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
