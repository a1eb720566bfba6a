import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'ports/service-limits-wrong',
  kind: 'fault',
  title: 'a service of master.cf has a process limit or a privilege that its program does not take',
  cause:
    'tlsmgr and others run once (process limit 1), proxymap’s writer once, and pickup, qmgr and scache as well; verify, tlsmgr and postlogd must not be started by hand with others’ columns. A copied line, or columns that have slipped by one, ends the program at each start.',
  symptoms: {
    log: [
      {
        pattern: /^fatal: service \S+ requires (?:a process limit of \d|privileged operation)/,
        specimen: 'postfix/tlsmgr[97]: fatal: service tlsmgr requires a process limit of 1',
        strength: 'names',
      },
      {
        pattern: /^fatal: do not run this command by hand$/,
        specimen: 'postfix/smtpd[97]: fatal: do not run this command by hand',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing, or a wait, as for a service that is not there.',
  },
  repair: {
    words: 'Write the line as the master.cf that came with Postfix has it.',
    commands: [
      'postconf -M tlsmgr/unix',
      'postconf -d daemon_directory; grep -n tlsmgr /etc/postfix/master.cf',
      'systemctl restart postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -F tlsmgr/unix/process_limit=5',
    provoke: [mailOfUser],
    repair: 'postconf -F tlsmgr/unix/process_limit=1',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.5.html'],
};
