import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'limits/active-queue-full',
  kind: 'fault',
  title: 'mail for one destination fills the queue that is worked on',
  cause:
    'qmgr has at most qmgr_message_active_limit (20000) mails in hand. If most of them are for a server that is slow or does not answer, all other mail waits behind them: a newsletter, a user whose password was guessed, or a provider that throttles.',
  symptoms: {
    log: [
      {
        pattern: /^warning: mail for \S+ is using up \d+ of \d+ active queue entries/,
        specimen:
          'postfix/qmgr[97]: warning: mail for elsewhere.example is using up 12000 of 20000 active queue entries',
        strength: 'names',
      },
      {
        pattern:
          /^warning: (?:please avoid flushing the whole queue|lots of deferred mail, that is bad|this may slow down other mail deliveries|you may need (?:a separate master\.cf transport for|to increase the ma(?:in|ster)\.cf))/,
        specimen: 'postfix/qmgr[9]: warning: please avoid flushing the whole queue when you have',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: mail arrives late.',
  },
  repair: {
    words: 'See whose mail it is; give the destination a transport of its own, or take what is spam out.',
    commands: [
      'qshape active | head',
      'mailq | grep -c elsewhere.example',
      'postconf qmgr_message_active_limit',
      'postsuper -d ALL deferred   # only if all of it is spam',
    ],
  },
  unreproduced: 'It takes thousands of mails in the queue.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/QSHAPE_README.html', 'https://www.postfix.org/TUNING_README.html'],
};
