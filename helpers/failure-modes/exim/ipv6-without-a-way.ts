import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/ipv6-without-a-way',
  kind: 'fault',
  title: 'mail waits because the last address that Exim tried is an IPv6 one, and the machine has no IPv6',
  cause:
    'IPv6 is switched off in the kernel or the container, or the machine has no global address, so that it can’t connect from any. Exim tries all addresses of the next server; the mail waits where those by IPv4 failed before, as lines above it say, or where the server has none.',
  symptoms: {
    log: [
      {
        pattern:
          / == .* defer \(9[79]\)(?=.*\[[\da-f]*:[\da-f:]+\]).*(?:Cannot assign requested address|Address family not supported)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (99): Cannot assign requested address H=mx.elsewhere.example [2001:db8::25]',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'See what the addresses by IPv4 say; and let Exim leave IPv6 out: disable_ipv6 = true.',
    commands: [
      'ip -6 address; sysctl net.ipv6.conf.all.disable_ipv6',
      'exigrep bob@elsewhere.example /var/log/exim4/mainlog',
      'exim -bP disable_ipv6 dns_ipv4_lookup',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
