import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { fileFact, generic, loginBroke, mayBy, notInChroot, notVerified } from '../shared/sasl-files';
import { denied, noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/no-group-read',
  kind: 'fault',
  title: "sasldb2 is the group postfix's, and its mode does not let the group read",
  cause:
    'The group was changed, the mode was not: 0600, as saslpasswd2 makes the file under a strict umask, gives the group ' +
    'nothing. chgrp and chmod are both needed.',
  symptoms: {
    log: [denied, notVerified, loginBroke],
    facts: [
      fileFact(sasldb, 'has the group postfix, which may not read it', (fact) => {
        return fact.kind !== 'absent' && fact.group === 'postfix' && !mayBy(fact, 'postfix', 4);
      }),
      notInChroot,
    ],
    client: generic,
  },
  repair: { words: 'Let the group read. It helps at once, without a restart.', commands: ['chmod 640 /etc/sasldb2'] },
  reproduction: {
    inject: 'chmod 600 /etc/sasldb2',
    provoke: [loginOnly()],
    repair: 'chmod 640 /etc/sasldb2',
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
