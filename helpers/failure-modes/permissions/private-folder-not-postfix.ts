import type { FailureMode } from '../../model/failure-mode';
import { nobodyAnswers, noticedBy, queue, setPermissions } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/private-folder-not-postfix',
  kind: 'fault',
  title: 'master may not make its sockets in the folder private of the queue',
  cause:
    'Mostly the folder does not belong to postfix: the queue is a volume or a bind mount that was filled by another image, where postfix had another number; or somebody ran chown -R. SELinux or AppArmor may be the reason as well. master makes its sockets there as the user postfix, can not, and ends.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: (?:remove|bind|create) private\/\S+: Permission denied$/,
        specimen: 'postfix/master[2944]: fatal: remove private/tlsmgr: Permission denied',
        strength: 'names',
      },
      {
        pattern: /^warning: not owned by postfix: \S*\/private$/,
        specimen: 'postfix/postfix-script[9]: warning: not owned by postfix: /var/spool/postfix/private',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: nobodyAnswers,
  },
  repair: {
    words: 'Let Postfix set its own permissions, and start it; give each image a queue of its own.',
    commands: [
      'ls -ldn /var/spool/postfix/private; id postfix',
      'postfix set-permissions',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `chown 1234 ${queue}/private`,
    provoke: [],
    repair: `chown postfix ${queue}/private`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/604',
    'https://github.com/docker-mailserver/docker-mailserver/issues/226',
    setPermissions,
  ],
};
