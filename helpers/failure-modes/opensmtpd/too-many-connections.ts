import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/too-many-connections',
  kind: 'fault',
  title: 'OpenSMTPD takes no more connections for now',
  cause:
    'It has as many clients as its limit or its open files allow: guesses of bots, a limit of the service, or a filter or table that hangs.',
  symptoms: {
    log: [
      {
        pattern: /^warn: Disabling incoming SMTP connections/,
        specimen: 'smtpd[53]: warn: Disabling incoming SMTP connections: Client limit reached',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'The connection opens late, or times out.',
  },
  repair: {
    words: 'See who they are; raise the limit of open files.',
    commands: ['smtpctl show stats | grep smtp.session', 'prlimit -n -p $(pgrep -o smtpd)'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
