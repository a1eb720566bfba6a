import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/too-busy',
  kind: 'fault',
  title: 'Haraka turns a client away: it comes too often, or Haraka has too much to do',
  cause:
    'Plugin toobusy sees that its loop lags; limit counts connections, rates, recipients and errors for each address. A plugin that computes for long, or many clients at once, do it.',
  symptoms: {
    log: [
      {
        pattern:
          /deferring connections: lag=|\[core\] .*Too busy; please try again later|\[limit\] .*(?:exceed|too many)|\[core\] .*(?:(?:connection|recipient|sender) rate limit exceeded|Too many concurrent connections)/,
        specimen: '[CRIT] [8B2E7C61-3C4F-4F3B-9A9A-8A5C2D1A3B11] [toobusy] deferring connections: lag=120 max=70',
        strength: 'names',
      },
    ],
    facts: [],
    client: '421 Too busy; please try again later',
  },
  repair: {
    words: 'Give it more workers (nodes in smtp.ini), or raise the limits.',
    commands: ['grep -n nodes config/smtp.ini', 'cat config/limit.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/haraka/haraka-plugin-limit'],
};
