import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/cache-is-slow',
  kind: 'noise',
  title: 'the cache or a table of postscreen answers slowly',
  cause:
    'A look-up or an update takes more than 100 ms on average. The cache lies on a disk that is busy or far away, or a table such as an access list asks a database or another server that is slow. Every client waits for it.',
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
    words: 'Put the cache on a local disk, or use memcache; let no table of postscreen ask a slow server.',
    commands: ['postconf postscreen_cache_map postscreen_access_list postscreen_dnsbl_reply_map', 'iostat -x 5 2'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/POSTSCREEN_README.html'],
};
