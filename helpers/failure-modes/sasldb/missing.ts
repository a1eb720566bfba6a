import type { FailureMode } from '../../model/failure-mode';
import { loginOnly } from '../shared/client-steps';
import { absent, alone } from '../shared/facts';
import { authEnabled, notVerified, refused, usesSasldb } from '../shared/sasl-files';
import { absentOrRefused, letPostfixRead, noticedBy, sasldb, saslReadme } from './shared/database';

const newUsers = 'echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice';

export const mode: FailureMode = {
  id: 'sasldb/missing',
  kind: 'fault',
  common: true,
  title: 'there is no sasldb2, and every password is refused',
  cause:
    'SASL takes a file that does not exist for one without users, and since 2.1.25 does not say so: the log is that of a ' +
    'wrong password. In containers the file is lost with the container unless it is in a volume or made at each start.',
  symptoms: {
    log: [absentOrRefused, notVerified],
    facts: [alone(absent(sasldb)), usesSasldb, authEnabled],
    client: refused,
  },
  repair: {
    words: 'Make the users, with their realm, and give the file to the group postfix.',
    commands: [
      'saslpasswd2 -c -u example.test alice',
      'chgrp postfix /etc/sasldb2',
      'chmod 640 /etc/sasldb2',
      'sasldblistusers2',
    ],
  },
  reproduction: {
    inject: 'rm /etc/sasldb2',
    provoke: [loginOnly()],
    repair: `${newUsers} && ${letPostfixRead}`,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
