import type { FailureMode } from '../../model/failure-mode';
import { mailOfStranger } from '../shared/client-steps';
import { alone } from '../shared/facts';
import { networkFact } from '../shared/networks';
import { mynetworksManual } from './shared/trusted-gateway';

export const mode: FailureMode = {
  id: 'open-relay/mynetworks-everybody',
  kind: 'exposure',
  title: 'mynetworks holds the whole Internet',
  cause:
    'mynetworks has 0.0.0.0/0 or [::]/0, often left over from an attempt to make a client work that should have ' +
    'logged in. permit_mynetworks then permits everybody, in every list. Spammers find such a server within hours.',
  symptoms: {
    log: [],
    facts: [
      alone(networkFact('mynetworks has a network of all addresses', ({ bits, family }) => bits === 0 && family > 0)),
    ],
    client: '250 2.1.5 Ok for any sender and any recipient, from anywhere, without a login',
  },
  repair: {
    words: 'Name the machines that may relay without a login, and look into the queue.',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"', 'systemctl reload postfix', 'mailq | tail -1'],
  },
  reproduction: {
    inject: 'postconf -e "mynetworks = 127.0.0.0/8, 0.0.0.0/0"',
    provoke: [mailOfStranger],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
    toldBy: 'facts',
  },
  versions: {},
  noticedBy: ['open-relay/outside-anonymous-foreign'],
  references: [mynetworksManual, 'https://github.com/juanluisbaptiste/docker-postfix/issues/106'],
};
