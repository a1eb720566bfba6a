import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/database-full',
  kind: 'fault',
  title: 'a table of LMDB has no more room',
  cause:
    'LMDB’s file grows to lmdb_map_size and no further: a cache of verify or postscreen, or a long list, has reached it.',
  symptoms: {
    log: [
      {
        pattern: /^(?:fatal|error|warning|panic): .*MDB_MAP_FULL/,
        specimen:
          'postfix/verify[9]: fatal: error updating lmdb:/var/lib/postfix/verify_cache: MDB_MAP_FULL: Environment mapsize limit reached',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0',
  },
  repair: {
    words: 'Raise it, or remove the cache.',
    commands: ["postconf -e 'lmdb_map_size = 67108864'", 'systemctl restart postfix'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/lmdb_table.5.html'],
};
