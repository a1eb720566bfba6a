import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'ports/instances-in-disorder',
  kind: 'fault',
  title: 'Postfix’s instances are not set up so that they can run side by side',
  cause:
    'Each instance needs a main.cf, a queue and a data folder of its own, and the first must be made ready once by `postmulti -e init`. A copy of /etc/postfix, or two containers on one volume, keep the folders of the first, and a name that postmulti does not know stops every command with it.',
  symptoms: {
    log: [
      {
        pattern:
          /fatal: (?:instance \S+, \w+=\S+ conflicts with instance|new \w+=\S+ is already in use by instance|No instance named |No matching (?:secondary )?instances|multi-instance support is requested, but|Failed to obtain all required \S+ parameters|Cannot parse \S+\/main\.cf file)/,
        specimen: 'postfix/postmulti[9]: fatal: No instance named postfix-out',
        strength: 'names',
      },
      {
        // The lock of the queue is free, and that of the data folder is another instance’s.
        pattern:
          /^fatal: open lock file \S+\/master\.lock: unable to set exclusive lock: Resource temporarily unavailable$/,
        specimen:
          'postfix/master[275]: fatal: open lock file /var/lib/postfix/master.lock: unable to set exclusive lock: Resource temporarily unavailable',
        strength: 'names',
        program: programOf('master'),
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused at the second instance; or none starts',
  },
  repair: {
    words: 'Make the instances by postmulti.',
    commands: [
      'postmulti -l',
      'postmulti -e init',
      'postmulti -I postfix-out -e create; postmulti -i postfix-out -e enable; postmulti -i postfix-out -p start',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/MULTI_INSTANCE_README.html'],
};
