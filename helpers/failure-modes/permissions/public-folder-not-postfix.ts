import type { FailureMode } from '../../model/failure-mode';
import { fileFact } from '../shared/sasl-files';
import { nobodyAnswers, noticedBy, queue, setPermissions } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/public-folder-not-postfix',
  kind: 'fault',
  title: 'the folder public of the queue does not belong to postfix',
  cause:
    'As with the folder private: a queue from another image, or chown -R. The first socket that master makes is there, ' +
    'so it is the first thing that fails.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: (?:remove|bind|create) public\/\S+: Permission denied$/,
        specimen: 'postfix/master[2993]: fatal: remove public/pickup: Permission denied',
        strength: 'suggests',
      },
      {
        pattern: /^warning: not owned by (?:postfix|group postdrop): \S*\/public$/,
        specimen: 'postfix/postfix-script[9]: warning: not owned by postfix: /var/spool/postfix/public',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [
      fileFact(`${queue}/public`, "is not postfix's", (fact) => fact.kind !== 'absent' && fact.owner !== 'postfix'),
      fileFact(queue, 'is open to all for searching', (fact) => fact.kind !== 'absent' && /[1357]$/.test(fact.mode)),
    ],
    client: nobodyAnswers,
  },
  repair: {
    words: 'Let Postfix set its own permissions, and start it.',
    commands: ['postfix set-permissions', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `chown 1234 ${queue}/public`,
    provoke: [],
    repair: `chown postfix ${queue}/public`,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy,
  references: ['https://github.com/docker-mailserver/docker-mailserver/issues/545', setPermissions],
};
