import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/list-needs-names',
  kind: 'fault',
  title: 'a list of hosts in Exim’s configuration needs a name or an address that DNS does not give',
  cause:
    'A name in a host list has to be looked up at each connection, and where that fails the test fails as a whole: everything after the name is not looked at. The client’s address has no name, or the name in the list is no more.',
  symptoms: {
    log: [
      {
        pattern: /list matching forced to fail: |rejected .*: failed to find (?:IP address|host name) for \S+$/,
        specimen: '2026-11-24 23:49:37 list matching forced to fail: failed to find IP address for relay.example.test',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550, or 451',
  },
  repair: {
    words: 'Write addresses in lists of hosts, and put them before names; or begin the list with +ignore_unknown.',
    commands: ['exim -bP hostlists', 'host relay.example.test'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-domain_host_address_and_local_part_lists.html',
  ],
};
