import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/list-unknown',
  kind: 'fault',
  title: 'Exim’s configuration refers to a list that it does not define',
  cause:
    'A + before a name means a list of domainlist, hostlist, addresslist or localpartlist. The definition is misspelt, of another kind, or in a file that is not part of the configuration. Each mail that comes to this point is deferred.',
  symptoms: {
    log: [
      {
        pattern: /unknown named (?:\w+ )*list "/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: unknown named domain list "+virtual_domains"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Define the list, or correct the name.',
    commands: ['exim -bP domainlists hostlists | head', 'grep -rn "+virtual_domains" /etc/exim4'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-domain_host_address_and_local_part_lists.html',
  ],
};
