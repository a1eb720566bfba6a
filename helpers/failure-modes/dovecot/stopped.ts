import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/stopped',
  kind: 'noise',
  title: 'Dovecot was stopped or restarted',
  cause:
    'Dovecot calls it a warning that it was told to end, as systemctl stop and restart tell it. What matters is whether ' +
    'it says "starting up" afterwards.',
  symptoms: {
    log: [
      {
        pattern: /^master: Warning: Killed with signal 15 /,
        specimen: 'dovecot: master: Warning: Killed with signal 15 (by pid=46 uid=0 code=kill)',
        strength: 'names',
        program: /^dovecot$/,
      },
    ],
    facts: [],
    client: 'Nothing, if it is soon up again.',
  },
  repair: { words: 'Nothing need be done.', commands: ['systemctl status dovecot'] },
  reproduction: {
    image: 'dovecot',
    inject: '[ -e /run/dovecot/master.pid ] || mailctl start   # the restart is it',
    provoke: [],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/admin_manual/logging/'],
};
