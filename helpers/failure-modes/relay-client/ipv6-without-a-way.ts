import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'relay-client/ipv6-without-a-way',
  kind: 'fault',
  title: 'mail waits because the last address that was tried is an IPv6 one, and there is no way there',
  cause:
    'inet_protocols is all or ipv6, and the machine or container has no route by IPv6. The queue keeps the reason of the last try: where the IPv4 addresses of the destination did not take the mail before, their own reason stands in lines of smtp further up; where only IPv6 was tried, it never gets out.',
  symptoms: {
    log: [
      {
        pattern:
          /status=deferred \((?:delivery temporarily suspended: )?connect to \S+\[[\da-fA-F]*:[\da-fA-F:]+\]:\d+: (?:Network is unreachable|No route to host|Cannot assign requested address)\)/,
        specimen:
          'postfix/error[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=none, delay=300, delays=300/0/0/0, dsn=4.4.1, status=deferred (delivery temporarily suspended: connect to mx.elsewhere.example[2001:db8::25]:25: Network is unreachable)',
        strength: 'suggests',
        program: programOf('(?:smtp|error)'),
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Leave IPv6 out, and see what the IPv4 addresses say.',
    commands: [
      'postconf -e inet_protocols=ipv4',
      'systemctl restart postfix',
      'grep "connect to" /var/log/mail.log | tail',
      'postqueue -f',
    ],
  },
  unreproduced: 'The lab has a way by IPv6.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#inet_protocols'],
};
