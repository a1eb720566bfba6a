import type { FailureMode } from '../../model/failure-mode';
import { fileFact } from '../shared/sasl-files';
import { install, localUserMails, maildropClosed, queue, setPermissions } from './shared/closed-files';

const setgid = (mode: string): boolean => (Number.parseInt(mode, 8) & 0o2000) !== 0;

export const mode: FailureMode = {
  id: 'permissions/postdrop-not-setgid',
  kind: 'fault',
  title: 'postdrop has lost its setgid bit, or may not be run by everybody',
  cause:
    'The program postdrop runs as the group postdrop, whoever calls it. chown takes that bit away, and so do some ways of ' +
    'copying an image, file systems mounted with nosuid, and containers that may not gain privileges. Users can then not ' +
    'hand in mail; root still can.',
  symptoms: {
    log: [
      maildropClosed,
      {
        // Of postfix check.
        pattern: /^warning: not set-gid or not owner\+group\+world executable: \S*\/postdrop$/,
        specimen:
          'postfix/postfix-script[9]: warning: not set-gid or not owner+group+world executable: /usr/sbin/postdrop',
        strength: 'names',
        program: /^postfix(?:\/postfix-script)?$/,
        alternative: true,
      },
    ],
    facts: [
      fileFact('/usr/sbin/postdrop', 'is not setgid', (fact) => fact.kind === 'file' && !setgid(fact.mode)),
      fileFact(`${queue}/maildrop`, 'is of the group postdrop', (fact) => {
        return fact.kind !== 'absent' && fact.group === 'postdrop';
      }),
    ],
    client: 'Nothing over SMTP; sendmail(1) hangs.',
  },
  repair: {
    words: 'Let Postfix set its own permissions.',
    commands: ['postfix set-permissions', 'ls -l /usr/sbin/postdrop /usr/sbin/postqueue'],
  },
  reproduction: {
    inject: 'chmod g-s /usr/sbin/postdrop',
    provoke: [localUserMails],
    repair: 'chmod g+s /usr/sbin/postdrop',
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [setPermissions, install],
};
