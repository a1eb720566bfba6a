import type { FailureMode } from '../../model/failure-mode';
import { fromServerItself, mailLines } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { styleIs } from './shared/trusted-gateway';

export const mode: FailureMode = {
  id: 'open-relay/mynetworks-style-subnet',
  kind: 'exposure',
  title: 'mynetworks is not set, so every machine of the server’s subnet may relay',
  cause:
    'Without mynetworks, Postfix up to 2.11, and 3.x without a compatibility_level of 2 or more, trusts the subnets ' +
    'of all its interfaces. In a data centre those are other customers; in a container it is the network with the ' +
    'gateway, as which every client from outside may appear.',
  symptoms: {
    log: [],
    facts: [alone(styleIs(/^subnet$/, 'mynetworks is not set, and mynetworks_style is subnet', true))],
    client: '250 2.1.5 Ok for machines of the same subnet, without a login',
  },
  repair: {
    words: 'Set mynetworks; what holds now, `postconf mynetworks` prints.',
    commands: ['postconf mynetworks', 'postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -X mynetworks\npostconf -e mynetworks_style=subnet',
    provoke: [
      fromServerItself('own address', 25, ['EHLO client', ...mailLines('x@outside.example', 'x@elsewhere.example')]),
    ],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/postconf.5.html#mynetworks_style',
    'https://www.postfix.org/COMPATIBILITY_README.html#mynetworks_style',
  ],
};
