import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { networkFact } from '../shared/networks';
import { mynetworksManual } from './shared/trusted-gateway';

export const mode: FailureMode = {
  id: 'open-relay/mynetworks-too-wide',
  kind: 'exposure',
  title: 'mynetworks holds a large part of the Internet',
  cause:
    'A network of public addresses is written far too short, such as 198.0.0.0/8 for 198.51.100.0/24: it takes in ' +
    'the neighbours, often whole continents of them. Whoever has an address in it relays without a login.',
  symptoms: {
    log: [],
    facts: [
      alone(
        networkFact(
          'mynetworks has a public network of more than 65,536 addresses',
          ({ bits, family, isPrivate }) => family === 4 && bits > 0 && bits < 16 && !isPrivate,
        ),
      ),
    ],
    client: '250 2.1.5 Ok for clients of those networks, without a login',
  },
  repair: {
    words: 'Write the own networks with their true masks; the provider, or whois, knows them.',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8, 198.51.100.0/28"', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24, 198.0.0.0/8"',
    provoke: [mailOfStranger],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-foreign'],
  references: [mynetworksManual],
};
