import type { FailureMode } from '../../model/failure-mode';
import { mailPort } from './shared/mail-ports';

export const mode: FailureMode = {
  id: 'ports/address-not-here',
  kind: 'fault',
  title: 'a mail server is to listen at an address that the machine does not have, or a name that is not found',
  cause:
    'inet_interfaces, proxy_interfaces, a line of master.cf, another server’s setting or the address before a container’s published port names it. The machine has moved, its interface is not up yet when Postfix starts, or `localhost` is also ::1 while IPv6 is ' +
    'off (inet_protocols = all, inet_interfaces = localhost). master ends, and no port answers.',
  symptoms: {
    log: [
      {
        pattern:
          /^fatal: (?:parameter inet_interfaces: no local interface found for |config variable inet_interfaces: host not found: )/,
        specimen: 'postfix/master[275]: fatal: parameter inet_interfaces: no local interface found for 192.0.2.77',
        strength: 'names',
      },
      {
        // Go; Node.js.
        pattern: new RegExp(
          `listen (?:tcp\\d? \\S*:${mailPort}: bind: cannot assign requested address|EADDRNOTAVAIL:? address not available \\S*:${mailPort})`,
        ),
        specimen:
          'l=fatal m="smtp: listen for smtp" err="listen tcp6 [2001:db8::]:25: bind: cannot assign requested address"',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^fatal: could not find any active network interfaces|^fatal: config variable (?:inet_interfaces|proxy_interfaces): host not found/,
        specimen: 'postfix/master[9]: fatal: could not find any active network interfaces',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^fatal: bind \S+ port \S+: (?:Cannot assign requested address|Can't assign requested address|Address not available)/,
        specimen: 'postfix/master[275]: fatal: bind 192.0.2.77 port 25: Cannot assign requested address',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused on all ports',
  },
  repair: {
    words: 'Name an address that `ip addr` shows, or all; without IPv6, set inet_protocols to ipv4.',
    commands: ['ip addr', 'postconf -e inet_interfaces=all inet_protocols=ipv4', 'systemctl restart postfix'],
  },
  reproduction: {
    inject: 'postconf -e inet_interfaces=192.0.2.77',
    provoke: [],
    repair: 'postconf -e inet_interfaces=all inet_protocols=ipv4',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: ['no-mechanisms/usable-on-25'],
  references: ['https://www.postfix.org/postconf.5.html#inet_interfaces'],
};
