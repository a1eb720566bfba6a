import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/mail-exchangers-without-address',
  kind: 'fault',
  title: 'the MX records of a domain lead Exim to no address that it may use',
  cause:
    'DNS has MX records for the recipient’s domain, and Exim has no usable address for any of their hosts. The hosts have no A or AAAA record, the record names an IP address where a host name belongs, or all the addresses are in the router’s ignore_target_hosts. That of Debian’s dnslookup leaves out 127.0.0.0/8 and the private networks, so that a server of one’s own network needs a route or a shorter list. Otherwise the domain’s zone is to be mended, which is the recipient’s affair.',
  symptoms: {
    log: [
      {
        pattern: /all relevant MX records point to non-existent hosts/,
        specimen:
          '2015-11-03 10:08:17 1ZtXwP-0000oR-5J ** bob@corp.example.test R=dnslookup: all relevant MX records point to non-existent hosts',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 all relevant MX records point to non-existent hosts, or a bounce',
  },
  repair: {
    words:
      'See where the MX records lead. For a server in a private network write a router of its own before dnslookup, or take its network out of ignore_target_hosts; else let the domain’s owner mend the records.',
    commands: [
      'host -t MX corp.example.test',
      'getent ahosts mail.corp.example.test   # nothing: the host has no address',
      'exim -bP router dnslookup | grep ignore_target_hosts',
      'exim -d-all+route+host_lookup -bt bob@corp.example.test',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_dnslookup_router.html',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-generic_options_for_routers.html',
  ],
};
