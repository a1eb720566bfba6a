import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/cache-is-slow',
  kind: 'noise',
  title: 'the cache of postscreen or verify answers slowly',
  cause:
    'The file lies on a disk that is busy or far away: every test of a client waits for it. Postfix says so from 100 ms on.',
  symptoms: {
    log: [
      {
        pattern: / (?:lookup|update|put|get|delete) average delay is \d+ ms/,
        specimen:
          'postfix/postscreen[9]: warning: psc_cache_update: btree:/var/lib/postfix/postscreen_cache update average delay is 120 ms',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Slow greetings',
  },
  repair: {
    words: 'Put it on a local disk, or use memcache.',
    commands: ['postconf postscreen_cache_map address_verify_map', 'iostat -x 5 2'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/POSTSCREEN_README.html'],
};
