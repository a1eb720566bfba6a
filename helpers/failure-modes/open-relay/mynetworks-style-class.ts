import type { FailureMode } from '../../model/failure-mode';
import { fromServerItself, mailLines } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { styleIs } from './shared/trusted-gateway';

export const mode: FailureMode = {
  id: 'open-relay/mynetworks-style-class',
  kind: 'exposure',
  title: 'mynetworks_style = class trusts the whole class A, B or C around the server',
  cause:
    'Where mynetworks is not set, mynetworks_style makes it from the server’s own addresses. `class` takes the old ' +
    'classes: a server at 10.1.2.3 then trusts 10.0.0.0/8, one at a public address 65,536 or 16 million neighbours ' +
    'of its provider.',
  symptoms: {
    log: [],
    facts: [alone(styleIs(/^class$/, 'mynetworks is not set, and mynetworks_style is class', false))],
    client: '250 2.1.5 Ok for neighbours in the provider’s network, without a login',
  },
  repair: {
    words: 'Set mynetworks itself.',
    commands: [
      'postconf mynetworks',
      'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: 'postconf -X mynetworks\npostconf -e mynetworks_style=class',
    provoke: [
      fromServerItself('own address', 25, ['EHLO client', ...mailLines('x@outside.example', 'x@elsewhere.example')]),
    ],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#mynetworks_style'],
};
