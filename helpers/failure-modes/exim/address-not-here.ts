import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/address-not-here',
  kind: 'fault',
  title: 'Exim can’t have the local address at which it is to listen or from which it is to send',
  cause:
    'local_interfaces, or interface of the smtp transport, names an address that no network device has: the machine got another one, it comes up later than Exim, or a control panel’s list of addresses for each domain is out of date. Or interface expands to what is no address. Where none is set and a connection fails with `Cannot assign requested address`, all local ports may be in use; or it was to an IPv6 address, and the machine has none itself.',
  symptoms: {
    log: [
      {
        pattern:
          /socket bind\(\) to port \d+ for address .* failed: Cannot assign requested address|bind of \[[^\]]+\]:\d+ failed|"[^"]*" is not a valid IP address for the "interface" option/,
        specimen:
          '2026-11-24 23:49:37 socket bind() to port 25 for address 192.0.2.77 failed: Cannot assign requested address: daemon abandoned',
        strength: 'names',
      },
      {
        pattern:
          /T=\S+ defer \(99\): Cannot assign requested address(?!.*\[[\da-f]*:)|H=\S+ \[[\d.]+\](?::\d+)? Cannot assign requested address/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=lookuphost T=remote_smtp defer (99): Cannot assign requested address',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused; or mail waits.',
  },
  repair: {
    words: 'Name an address that is there, or none.',
    commands: [
      'ip -br address',
      'ss -s; sysctl net.ipv4.ip_local_port_range',
      'exim -bP local_interfaces',
      'exim -bP transport remote_smtp | grep interface',
      'cat /etc/mailips   # cPanel',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-starting_the_daemon_and_the_use_of_network_interfaces.html',
  ],
};
