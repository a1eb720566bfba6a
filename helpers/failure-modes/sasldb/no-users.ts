import type { FailureMode } from '../../model/failure-mode';
import { noAuxprops } from '../mechanisms/shared/refusals';
import { loginOnly } from '../shared/client-steps';
import { isFile, loginFailed, notVerified, refused, usesSasldb } from '../shared/sasl-files';
import { noticedBy, sasldb, saslReadme } from './shared/database';

export const mode: FailureMode = {
  id: 'sasldb/no-users',
  kind: 'fault',
  title: 'sasldb2 has no users',
  cause:
    'The file is a proper database and nobody is in it: the users were deleted, or were made in the file of another ' +
    "container, with the system's useradd, which sasldb2 knows nothing of, or by the saslpasswd2 of another SASL, which has another Berkeley DB or path than this one.",
  symptoms: {
    log: [loginFailed, notVerified, noAuxprops],
    facts: [
      {
        words: 'sasldblistusers2 lists nobody',
        look: 'sasldblistusers2',
        holds: ({ sasldbUsers }) => sasldbUsers && sasldbUsers.length === 0,
      },
      isFile(sasldb),
      usesSasldb,
    ],
    client: refused,
  },
  repair: {
    words: 'Make the users, with the realm that they log in with.',
    commands: ['saslpasswd2 -c -u example.test alice', 'sasldblistusers2'],
  },
  reproduction: {
    inject: 'saslpasswd2 -d -u example.test alice && saslpasswd2 -d -u example.test bob',
    provoke: [loginOnly()],
    repair: 'echo correct-horse-alice | saslpasswd2 -p -c -u example.test alice',
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: [saslReadme],
};
