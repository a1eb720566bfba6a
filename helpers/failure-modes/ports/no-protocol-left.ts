import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'ports/no-protocol-left',
  kind: 'fault',
  title: 'inet_protocols leaves Postfix no protocol to listen by',
  cause:
    'inet_protocols is empty, or is ipv6 on a machine or in a container without IPv6. master then starts none of the services with ports.',
  symptoms: {
    log: [
      {
        pattern: /all network protocols are disabled|disabling all type "inet" services/,
        specimen: 'postfix/master[9]: warning: all network protocols are disabled (inet_protocols = )',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Set what the machine has.',
    commands: [
      'ip -brief address; cat /proc/sys/net/ipv6/conf/all/disable_ipv6',
      'postconf -e inet_protocols=ipv4; systemctl restart postfix',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#inet_protocols'],
};
