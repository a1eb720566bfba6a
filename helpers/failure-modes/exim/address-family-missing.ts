import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/address-family-missing',
  kind: 'noise',
  title: 'Exim can’t use an IPv6 address, and goes on with the next one',
  cause:
    'The machine has no IPv6 or no route for it, a firewall rejects the connection, or interface of the transport names an IPv6 address that is not there. Exim says so of each address and takes the next. Where the mail is delivered, nothing is wrong; where a line with == follows, that one tells what failed.',
  symptoms: {
    log: [
      {
        pattern:
          / H=\S+ \[[\da-f]*:[\da-f:]+\](?::\d+)? (?:Network is unreachable|No route to host|Address family not supported|Cannot assign requested address)|IPv6 socket creation failed: Address family not supported/,
        specimen: '2026-11-24 23:49:37 1vNZ2k-000123-AB H=mx.elsewhere.example [2001:db8::25] Network is unreachable',
        strength: 'names',
      },
      {
        pattern:
          /Failed to create IPv6 socket for wildcard listening|Setting IPV6_V6ONLY on daemon's IPv6 wildcard socket failed/,
        specimen:
          '2026-11-24 23:49:37 Failed to create IPv6 socket for wildcard listening (Address family not supported by protocol): will use IPv4',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'None.',
  },
  repair: {
    words: 'Nothing; disable_ipv6 = true spares the try.',
    commands: ['ip -6 address', 'ip -6 route show default'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
