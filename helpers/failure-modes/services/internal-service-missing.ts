import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'services/internal-service-missing',
  kind: 'fault',
  title: 'a service that smtpd needs is missing in master.cf',
  cause:
    'smtpd hands addresses to `rewrite`, mail to `cleanup` and table look-ups to `proxymap`. With one of their lines ' +
    'commented out, or a master.cf older than the installed Postfix, smtpd tries for ever and the client waits in ' +
    'silence.',
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
    words: 'Put the line back; the master.cf that came with the package has it.',
    commands: ['postconf -M | cut -d" " -f1', 'vi /etc/postfix/master.cf', 'systemctl restart postfix'],
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
