import type { FailureMode } from '../../model/failure-mode';
import { fileFact } from '../shared/sasl-files';
import { install, localUserMails, maildropClosed, queue, setPermissions } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/maildrop-wrong-group',
  kind: 'fault',
  title: 'the folder maildrop does not belong to the group postdrop',
  cause:
    'Users hand in mail with sendmail, which leaves it in maildrop by the group postdrop. After chown -R on the queue the group is another one, or may not write there; sendmail tries again every ten seconds, so that cron jobs and web applications hang. SMTP is not concerned. Where the group is right, postdrop does not run as that group: its setgid bit is lost, or has no effect as the unit of the caller has NoNewPrivileges=true, or SELinux forbids it (httpd_can_sendmail).',
  symptoms: {
    log: [maildropClosed],
    facts: [
      fileFact(`${queue}/maildrop`, 'is not of the group postdrop', (fact) => {
        return fact.kind !== 'absent' && fact.group !== 'postdrop';
      }),
    ],
    client: 'Nothing over SMTP; sendmail(1) hangs.',
  },
  repair: {
    words: 'Let Postfix set its own permissions.',
    commands: [
      'postfix set-permissions',
      `ls -ld ${queue}/maildrop; ls -l /usr/sbin/postdrop`,
      'systemctl show -p NoNewPrivileges php-fpm apache2; getsebool httpd_can_sendmail',
    ],
  },
  reproduction: {
    inject: `chgrp root ${queue}/maildrop`,
    provoke: [localUserMails],
    repair: `chgrp postdrop ${queue}/maildrop`,
    restart: false,
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: [],
  references: [setPermissions, install],
};
