import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'services/postscreen-cache-unusable',
  kind: 'fault',

  title: 'postscreen can not use its cache',
  cause:
    'Two postscreens share one cache (two services in master.cf, or an old process that holds it), its file is damaged, its type has no locks for several processes or is not built in, or its folder is missing, full or not postfix’s (or SELinux or AppArmor forbids it). postscreen ends, and port 25 with it; 587 and 465 are not touched.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:error (?:\[-?\d+\] )?(?:seeking|reading|writing) |\S*:)?\S*postscreen_cache\S*(?:: (?:unable to get exclusive lock|open .*|lock dictionary)|: )/,
        specimen:
          'postfix/postscreen[9]: fatal: btree:/var/lib/postfix/postscreen_cache: unable to get exclusive lock: Resource temporarily unavailable',
        strength: 'names',
        program: programOf('(?:postscreen|proxymap)'),
      },
      {
        pattern: /^(?:error|warning|fatal): open database \S*postscreen_cache\.\w+: /,
        specimen:
          'postfix/postscreen[9]: error: open database /var/lib/postfix/postscreen_cache.db: No such file or directory',
        strength: 'names',
        program: programOf('(?:postscreen|proxymap)'),
        alternative: true,
      },
    ],
    facts: [],
    client: 'No greeting on port 25',
  },
  repair: {
    words: 'One postscreen a cache, or share it by proxy:; remove a damaged file, it is made anew.',
    commands: [
      'postconf -M | grep postscreen; postconf postscreen_cache_map; postconf -m',
      'ls -laZ /var/lib/postfix; df -h /var/lib/postfix',
      'postfix stop; rm -f /var/lib/postfix/postscreen_cache.*; postfix start',
      'postconf -e postscreen_cache_map=proxy:btree:/var/lib/postfix/postscreen_cache   # where two share it',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: { from: '2.8' },
  noticedBy: [],
  references: [
    'https://www.postfix.org/POSTSCREEN_README.html',
    'https://www.postfix.org/postconf.5.html#postscreen_cache_map',
  ],
};
