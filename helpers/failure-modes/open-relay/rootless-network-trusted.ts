import type { FailureMode } from '../../model/failure-mode';
import { networkFact } from '../shared/networks';
import { acceptedFrom } from './shared/trusted-gateway';

export const mode: FailureMode = {
  id: 'open-relay/rootless-network-trusted',
  kind: 'exposure',
  title: 'rootless or Kubernetes networking gives all clients one trusted address',
  cause:
    'rootlesskit and slirp4netns hand connections on from 10.0.2.100 or 127.0.0.1, kube-proxy with SNAT from an ' +
    'address of the node. If mynetworks has that address, and 127.0.0.1 is in nearly every one, each client of the ' +
    'published port may relay.',
  symptoms: {
    log: [acceptedFrom('10\\.0\\.2\\.100', 'postfix/smtpd[395]: CCFD9269BE5: client=unknown[10.0.2.100]')],
    facts: [networkFact('mynetworks has 10.0.2.100', ({ contains }) => contains('10.0.2.100'))],
    client: '250 2.1.5 Ok for any sender and any recipient, without a login',
  },
  repair: {
    words:
      'Keep the clients’ addresses: pasta, or slirp4netns with port_handler=slirp4netns; externalTrafficPolicy: ' +
      'Local. No permit_mynetworks on a published port.',
    commands: ['podman run --network pasta -p 25:25 mail'],
  },
  unreproduced: 'needs rootless podman or Kubernetes',
  versions: {},
  noticedBy: [],
  references: [
    'https://github.com/docker-mailserver/docker-mailserver/issues/2377',
    'https://github.com/podman-container-tools/podman/issues/5138',
    'https://github.com/Mailu/helm-charts/issues/93',
  ],
};
