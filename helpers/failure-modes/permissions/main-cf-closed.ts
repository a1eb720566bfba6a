import type { FailureMode } from '../../model/failure-mode';
import { localUserMails, setPermissions } from './shared/closed-files';

export const mode: FailureMode = {
  id: 'permissions/main-cf-closed',
  kind: 'fault',
  title: 'a program of Postfix that does not run as root may not read main.cf',
  cause:
    'Somebody took main.cf for secret, or closed its folder; SELinux or AppArmor may forbid a web server’s programs what the modes allow. The daemons read it before they give up being root, and go on; sendmail and mailq, called by users, cron jobs and web applications, end at once. Secrets belong in files that main.cf names.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: open \/\S+\/main\.cf: Permission denied$/,
        specimen: 'postfix/sendmail[3294]: fatal: open /etc/postfix/main.cf: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing over SMTP; sendmail(1) fails.',
  },
  repair: {
    words: 'Let everybody read it.',
    commands: [
      'namei -l /etc/postfix/main.cf',
      'chmod 755 /etc/postfix; chmod 644 /etc/postfix/main.cf',
      'ausearch -m avc -ts recent; journalctl -k | grep apparmor=',
    ],
  },
  reproduction: {
    inject: 'chmod 600 /etc/postfix/main.cf',
    provoke: [localUserMails],
    repair: 'chmod 644 /etc/postfix/main.cf',
    restart: false,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [setPermissions],
};
