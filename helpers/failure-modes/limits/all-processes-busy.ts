import type { FailureMode } from '../../model/failure-mode';
import { openTwo } from './shared/connections';
import { parameterManual } from './shared/rate-limit';

export const mode: FailureMode = {
  id: 'limits/all-processes-busy',
  kind: 'fault',
  title: 'every process of a service that master may start is busy',
  cause:
    'As many processes run as the service may have, default_process_limit (100) or the maxproc column of master.cf, and each serves a client; mostly it is smtpd. Further clients connect and wait without a greeting. Slow clients, slow DNS and slow back ends of SASL hold the processes, or a filter or policy service is not given enough of its own.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: service "[^"]+" \([^)]*\) has reached its process limit "\d+": new clients may experience noticeable delays$/,
        specimen:
          'postfix/master[275]: warning: service "submission" (587) has reached its process limit "2": new clients may experience noticeable delays',
        strength: 'names',
        program: /master$/,
      },
    ],
    facts: [],
    client: 'It is connected and waits, for seconds or minutes, for the greeting.',
  },
  repair: {
    words: 'Find out what the processes wait for; raise the limit if it is only the number of clients.',
    commands: ['postconf -F submission/inet/process_limit=200', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'postconf -F submission/inet/process_limit=2',
    provoke: [{ kind: 'run', script: openTwo() }],
    repair: 'postconf -F submission/inet/process_limit=200',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/STRESS_README.html', parameterManual('default_process_limit')],
};
