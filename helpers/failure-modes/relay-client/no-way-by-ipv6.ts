import type { FailureMode } from '../../model/failure-mode';
import { smtp } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/no-way-by-ipv6',
  kind: 'noise',
  title: 'the next server has an IPv6 address, and this one has no way there',
  cause:
    'inet_protocols is all, so that Postfix tries both kinds of address, and the machine or container has no route by IPv6. It goes on with the IPv4 address at once. Only where there is none, or where that fails as well, does the mail wait.',
  symptoms: {
    log: [
      smtp(
        /^connect to \S+\[[\da-fA-F]*:[\da-fA-F:]+\]:\d+: (?:Network is unreachable|Cannot assign requested address|Address family not supported by protocol)$/,
        'connect to mail.example.com[2001:db8::25]:25: Network is unreachable',
        'names',
      ),
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing; or leave IPv6 out.',
    commands: ["postconf -e 'inet_protocols = ipv4'", 'systemctl restart postfix'],
  },
  unreproduced: 'The lab has a way by IPv6.',
  versions: { from: '2.2' },
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#inet_protocols'],
};
