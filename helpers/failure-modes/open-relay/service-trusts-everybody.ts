import type { FailureMode } from '../../model/failure-mode';
import { alone } from '../shared/facts';
import { smtpdFact } from '../shared/restriction-lists';

export const mode: FailureMode = {
  id: 'open-relay/service-trusts-everybody',
  kind: 'exposure',
  title: 'a service of master.cf has a mynetworks of its own that holds everybody',
  cause:
    'A port meant for one proxy or one subnet got `-o mynetworks=0.0.0.0/0`, and the firewall that was to guard it ' +
    'does not, or no longer. main.cf looks right.',
  symptoms: {
    log: [],
    facts: [
      alone(
        smtpdFact('a service of master.cf sets mynetworks to all addresses', ({ options }) =>
          /(?:^|[\s,])(?:0\.0\.0\.0\/0|0\/0|\[::\]\/0)/.test(options.get('mynetworks') ?? ''),
        ),
      ),
    ],
    client: '250 2.1.5 Ok for any recipient on that port, without a login',
  },
  repair: {
    words: 'Name the addresses that really use the port.',
    commands: ['postconf -PX submission/inet/mynetworks', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -P submission/inet/mynetworks=0.0.0.0/0',
    provoke: [{ kind: 'mail' }],
    repair: 'postconf -PX submission/inet/mynetworks',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/master.5.html'],
};
