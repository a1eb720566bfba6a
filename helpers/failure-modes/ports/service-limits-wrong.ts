import type { FailureMode } from '../../model/failure-mode';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'ports/service-limits-wrong',
  kind: 'fault',
  title: 'a program of Postfix is not started as it has to be: by a wrong line of master.cf, or by hand',
  cause:
    'tlsmgr and others run once (process limit 1), proxymap’s writer once, and pickup, qmgr and scache as well: a copied line, or columns that have slipped by one, ends the program at each start. “Do not run this command by hand” is said to who calls a daemon, such as smtpd, at a terminal: master alone starts it.',
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
