import type { FailureMode } from '../../model/failure-mode';

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
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html'],
};
