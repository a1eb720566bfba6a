import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/clock-goes-back',
  kind: 'fault',
  title: 'the clock of the machine jumps back, and timers with it',
  cause:
    'A guest that was paused, a clock without battery, or ntpdate beside a daemon of time. Dovecot ends itself when it sees it (before 2.4), queue runs and limits are off for a while.',
  symptoms: {
    log: [
      {
        pattern: /^warning: (?:\S+ )?backward time jump detected|backward time jump recovered/,
        specimen: 'postfix/qmgr[9]: warning: backward time jump detected -- slewing clock',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Logins that fail for a while',
  },
  repair: {
    words: 'Let one daemon keep the time, by slewing.',
    commands: ['timedatectl', 'chronyc tracking', 'systemctl restart dovecot postfix'],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/errors/time_moved_backwards/'],
};
