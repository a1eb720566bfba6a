import type { FailureMode } from '../../model/failure-mode';
import { throttled } from '../shared/log-signs';
import { queue, setPermissions } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/mail-folder-not-postfix',
  kind: 'fault',
  title: 'a folder of the queue in which mail waits does not belong to postfix',
  cause:
    'incoming, active or deferred has another owner: a queue that was copied or restored as root, or that comes from ' +
    'another image. The queue manager ends as often as master starts it: logins work, and no mail is delivered; with ' +
    'incoming, the server does not even take it.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: not owned by \S+: \S+\/(?:active|incoming|deferred|bounce|defer|corrupt|hold|flush|saved|trace)$/,
        specimen: 'postfix/postfix-script[330]: warning: not owned by postfix: /var/spool/postfix/active',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /^fatal: scan_dir_push: open directory (?:incoming|active|deferred)\S*: Permission denied$/,
        specimen: 'postfix/qmgr[3047]: fatal: scan_dir_push: open directory incoming: Permission denied',
        strength: 'suggests',
      },
      {
        pattern: /^warning: mail_queue_enter: create file incoming\/\S+: Permission denied$/,
        specimen:
          'postfix/cleanup[3061]: warning: mail_queue_enter: create file incoming/451564.3061: Permission denied',
        strength: 'accompanies',
      },
      throttled,
    ],
    facts: [],
    client: '`250 2.0.0 Ok: queued`, and nothing arrives; or no answer to DATA for minutes.',
  },
  repair: {
    words: 'Let Postfix set its own permissions, and start it.',
    commands: ['postfix set-permissions', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `chown root ${queue}/active`,
    provoke: [],
    repair: `chown postfix ${queue}/active`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [setPermissions],
};
