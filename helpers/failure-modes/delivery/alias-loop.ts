import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { queueFileFails } from '../shared/queue-file-fails';

export const mode: FailureMode = {
  id: 'delivery/alias-loop',
  kind: 'fault',
  title: 'an alias leads to itself, or to more than Postfix follows',
  cause:
    'alice is an alias of bob and bob of alice, or a table of wildcards makes an address of every address; or (“expansion size”) one address stands for more recipients than virtual_alias_expansion_limit. Postfix follows some steps (virtual_alias_recursion_limit is 1000) and gives up; cleanup puts the mail off, local bounces it.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:alias database loop for|:include: nesting limit exceeded|recipient nesting limit exceeded)|status=bounced \((?:alias database loop for|:include: nesting limit|recipient nesting limit)/,
        specimen: 'postfix/local[97]: warning: alias database loop for root',
        strength: 'names',
      },
      {
        pattern: /^warning: \w+: unreasonable \w+ map (?:nesting|expansion size|result)/,
        specimen:
          'postfix/cleanup[97]: warning: 4Q1ABCD0: unreasonable virtual_alias_maps map nesting for alice@example.test -- message not accepted, try again later',
        strength: 'names',
        alternative: true,
      },
      queueFileFails,
    ],
    facts: [],
    client: 'A bounce; or 451 4.3.0 Error: queue file write error.',
  },
  repair: {
    words: 'Follow the names by hand, and end the circle; where it is only a long list, raise the limit.',
    commands: [
      'postconf virtual_alias_recursion_limit virtual_alias_expansion_limit',
      'postalias -q alice hash:/etc/aliases',
      'postmap -q alice@example.test hash:/etc/postfix/virtual',
      'postmap -q @example.test hash:/etc/postfix/virtual',
    ],
  },
  reproduction: {
    inject:
      "cp /etc/aliases /etc/aliases.before; printf 'bob: carol\\ncarol: bob\\nalice: bob\\n' >>/etc/aliases; newaliases",
    provoke: [mailToLocalUser],
    repair: 'mv /etc/aliases.before /etc/aliases; newaliases',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#virtual_alias_recursion_limit',
    'https://www.postfix.org/aliases.5.html',
  ],
};
