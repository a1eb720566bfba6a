import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailFromInside } from '../shared/client-steps';
import { noticedBy } from './shared/smarthost';

export const mode: FailureMode = {
  id: 'relay-client/ipv6-literal-with-ipv6-off',
  kind: 'fault',
  title: 'the next hop is an IPv6 address, and Postfix does not use IPv6',
  cause:
    'With inet_protocols = ipv4, or where the machine has no IPv6, `[::1]` in relayhost or a transport is no address to Postfix, but a name, which it looks up in vain. Mail bounces at once. Containers often have no IPv6 even for themselves.',
  symptoms: {
    log: [
      {
        pattern:
          /\((?:Host or domain name not found\. )?Name service error for (?:name=)?[\da-f]*:[\da-f:]+(?: type=\w+)?: (?:invalid host or domain name|Host not found)/i,
        specimen:
          'postfix/smtp[2567]: 2344B1607E8A: to=<alice@example.test>, relay=none, delay=0.01, delays=0.01/0/0/0, dsn=5.4.4, status=bounced (Name service error for ::1: invalid host or domain name)',
        strength: 'names',
        program: programOf('(?:smtp|lmtp)'),
      },
    ],
    facts: [],
    client: 'A bounce: Name service error for ::1: invalid host or domain name',
  },
  repair: {
    words: 'Name the next hop by its IPv4 address or its name.',
    commands: [
      'postconf inet_protocols relayhost virtual_transport default_transport',
      "postconf -e 'relayhost = [127.0.0.1]:24'",
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject: "postconf -e 'inet_protocols = ipv4' 'relayhost = [::1]:24'",
    provoke: [mailFromInside],
    repair: "postconf -e 'inet_protocols = all' 'relayhost ='",
    toldBy: 'log',
  },
  versions: {},
  noticedBy,
  references: ['https://www.postfix.org/postconf.5.html#inet_protocols'],
};
