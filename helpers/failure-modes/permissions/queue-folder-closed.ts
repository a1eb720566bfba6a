import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { fileFact } from '../shared/sasl-files';
import { localUserMails, nobodyAnswers, noticedBy, queue, setPermissions } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/queue-folder-closed',
  kind: 'fault',
  title: 'who is not root may not enter /var/spool/postfix',
  cause:
    'The folder of the queue, or one above it, has the mode 0700, as a volume or mkdir under a strict umask gives it. Its folders are postfix’s, but neither postfix nor the users who call sendmail can get to them. For a web server, SELinux may forbid it instead (httpd_can_sendmail).',
  symptoms: {
    log: [
      {
        pattern: /^fatal: chdir \/\S+: Permission denied$/,
        specimen: 'postfix/sendmail[10821]: fatal: chdir /var/spool/postfix: Permission denied',
        // A web server’s sendmail meets it where SELinux forbids it.
        strength: 'suggests',
        program: programOf('(?:sendmail|postdrop)'),
      },
      {
        pattern:
          /^fatal: (?:(?:remove|bind|create) public\/\S+|scan_dir_push: open directory \w\S*): Permission denied$|^warning: mail_queue_enter: create file (?!maildrop)\w\S*: Permission denied$|^warning: (?:(?:connect to|problem talking to server) (?:private|public)\/\S+: |master_wakeup_timer_event: service \S+: |SASL: Connect to (?:Dovecot auth socket ')?\S+ failed: )Permission denied$/,
        specimen: 'postfix/master[2993]: fatal: remove public/pickup: Permission denied',
        strength: 'suggests',
      },
    ],
    facts: [
      fileFact(queue, 'is closed to all but its owner', (fact) => fact.kind !== 'absent' && /[0246]$/.test(fact.mode)),
    ],
    client: nobodyAnswers,
  },
  repair: {
    words: 'Open the folder for searching; what is in it protects itself.',
    commands: [`namei -l ${queue}; getsebool httpd_can_sendmail`, `chmod 755 ${queue}`, 'systemctl restart postfix'],
  },
  reproduction: {
    inject: `chmod 700 ${queue}`,
    provoke: [localUserMails],
    repair: `chmod 755 ${queue}`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: [setPermissions],
};
