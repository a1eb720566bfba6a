import type { FactSign, FailureMode } from '../../model/failure-mode';
import { denied, ofElsewhere, privateIpv6, usersMayRelay } from '../shared/relay-denied';
import { wordsOf } from '../shared/restriction-lists';

const ipv6Missing: FactSign = {
  words: 'mynetworks names no IPv6 network',
  look: 'postconf -h mynetworks',
  holds: (facts) =>
    facts.mainCf?.has('mynetworks') && !wordsOf(facts, 'mynetworks')?.some((word) => /::|\[/.test(word)),
};

export const mode: FailureMode = {
  id: 'relay-refused/ipv6-client-outside-mynetworks',
  kind: 'fault',
  title: 'a client comes over IPv6, and mynetworks names IPv4 only',
  cause:
    'The client is the same machine as ever, but reaches the server over IPv6: `localhost` is ::1 first on many ' +
    'systems. mynetworks has no entry for that address; even 0.0.0.0/0 has none.',
  symptoms: {
    log: [ofElsewhere(denied(privateIpv6, '::1', '454 4.7.1'))],
    facts: [ipv6Missing, usersMayRelay],
    client: '454 4.7.1 or 554 5.7.1 <x@elsewhere.example>: Relay access denied',
  },
  repair: {
    words: 'Add the IPv6 addresses in square brackets, or don’t listen on IPv6.',
    commands: [
      'postconf -e "mynetworks = 127.0.0.0/8, [::1]/128"',
      'postconf -e inet_protocols=ipv4   # instead',
      'systemctl restart postfix',
    ],
  },
  unreproduced: 'the lab’s network has no IPv6',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/wader/postfix-relay/issues/107', 'https://www.postfix.org/IPV6_README.html'],
};
