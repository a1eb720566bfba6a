import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'permissions/comment-behind-a-value',
  kind: 'fault',
  title: 'a list in main.cf has a comment behind its values',
  cause:
    'main.cf has comments in lines of their own only: what stands behind # in a line is taken for values of the list.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \w+: comment at end of line is not supported: /,
        specimen: 'postfix/smtpd[9]: warning: mynetworks: comment at end of line is not supported: # my network',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Refusals that nobody expects',
  },
  repair: { words: 'Put it in a line before.', commands: ['grep -nE "=.*#" /etc/postfix/main.cf'] },
  reproduction: {
    inject: "sed -i 's/^mynetworks = .*/& # ours/' /etc/postfix/main.cf",
    provoke: [mailOfStranger],
    repair: "sed -i 's/^\\(mynetworks = .*\\) # ours/\\1/' /etc/postfix/main.cf",
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html'],
};
