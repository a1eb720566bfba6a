import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'passwords/saslpasswd2-complains',
  kind: 'noise',
  title: 'saslpasswd2 can not delete what a new user does not have yet',
  cause:
    'When a user is made, saslpasswd2 first deletes the passwords of older formats, and says three times that there are ' +
    'none. The user is made all the same.',
  symptoms: {
    log: [
      {
        pattern: /^error deleting entry from sasldb: BDB0073 DB_NOTFOUND: /,
        specimen: 'saslpasswd2: error deleting entry from sasldb: BDB0073 DB_NOTFOUND: No matching key/data pair found',
        strength: 'names',
        program: /^saslpasswd2$/,
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: { words: 'Nothing is to be done; sasldblistusers2 shows the user.', commands: ['sasldblistusers2'] },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'run', script: 'echo correct-horse-dora | saslpasswd2 -p -c -u example.test dora' }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://github.com/panubo/docker-postfix/issues/48'],
};
