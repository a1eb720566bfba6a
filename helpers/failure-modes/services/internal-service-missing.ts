import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/internal-service-missing',
  kind: 'fault',
  title: 'a program of Postfix waits for another one that does not answer at its socket',
  cause:
    'smtpd hands addresses to `rewrite`, mail to `cleanup` and table look-ups to `proxymap`; local hands mail to a transport. One of their lines in master.cf is commented out or missing, as in a file older than the installed Postfix; or master has ended and the others still run. “Permission denied” means the rights of private and public, or SELinux. The program tries again and again, and a client waits in silence.',
  symptoms: {
    log: [
      {
        pattern: /^warning: connect #\d+ to subsystem (?:private|public)\/\w+: /,
        specimen: 'postfix/smtpd[520]: warning: connect #1 to subsystem public/cleanup: Connection refused',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Silence in the middle of a session, after RCPT or even before the greeting',
  },
  repair: {
    words: 'Put the line back; the master.cf that came with the package has it. Then restart Postfix.',
    commands: [
      'postfix status; ls -ld /var/spool/postfix/private /var/spool/postfix/public',
      'postconf -M | cut -d" " -f1',
      'vi /etc/postfix/master.cf',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: `sed -i 's/^cleanup /#&/' /etc/postfix/master.cf`,
    provoke: [mailToLocalUser],
    repair: `sed -i 's/^#cleanup /cleanup /' /etc/postfix/master.cf`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.5.html'],
};
