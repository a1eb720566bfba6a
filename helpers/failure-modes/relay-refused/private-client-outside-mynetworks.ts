import type { FailureMode } from '../../model/failure-mode';
import { fromServerItself } from '../shared/client-steps';
import { denied, ofClients, ofElsewhere, privateIpv4, usersMayRelay } from '../shared/relay-denied';

export const mode: FailureMode = {
  id: 'relay-refused/private-client-outside-mynetworks',
  kind: 'fault',
  title: 'a machine of the own network, or a container, is not in mynetworks',
  cause:
    'mynetworks is written out and names other networks than the one from which the client comes: 172.17.0.0/16, ' +
    'Docker’s first bridge, while every network of Compose gets a range of its own from 172.18 on, or the network ' +
    'of a machine that has moved. To Postfix the client is a stranger.',
  symptoms: {
    log: [ofClients(false, ofElsewhere(denied(privateIpv4, '172.18.0.1', '454 4.7.1')))],
    facts: [usersMayRelay],
    client: '454 4.7.1 or 554 5.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words:
      'Let the client log in; or give the network a fixed range and name exactly that. Never all of 172.16.0.0/12: ' +
      'Docker’s gateway is in it, and behind it may be everybody.',
    commands: ['postconf -e "mynetworks = 127.0.0.0/8, 172.18.0.0/24"', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e "mynetworks = 127.0.0.0/8, 10.255.0.0/24"',
    provoke: [
      fromServerItself('own address', 25, [
        'EHLO client',
        'MAIL FROM:<alice@example.test>',
        'RCPT TO:<x@elsewhere.example>',
        'QUIT',
      ]),
    ],
    repair: 'postconf -e "mynetworks = 127.0.0.0/8, 192.0.2.0/24"',
    toldBy: 'log and facts',
  },
  versions: {},
  noticedBy: ['open-relay/inside-anonymous-foreign'],
  references: [
    'https://www.postfix.org/postconf.5.html#mynetworks',
    'https://github.com/docker-mailserver/docker-mailserver/issues/261',
    'https://github.com/bokysan/docker-postfix/issues/29',
  ],
};
