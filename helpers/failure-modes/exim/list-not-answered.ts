import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/list-not-answered',
  kind: 'fault',
  title: 'a DNS block list does not answer Exim',
  cause:
    'The condition dnslists asks each list by DNS. It does not answer in time, or answers with an address that no list gives: the list has ended, refuses the questions of a public name server, or the name server of a provider rewrites answers. Exim takes the client for not listed, and each connection waits.',
  symptoms: {
    log: [
      {
        pattern: /DNS list lookup defer \(probably timeout\) for |DNS list lookup for .* returned .*not in 127/,
        specimen:
          '2026-11-24 23:49:37 DNS list lookup defer (probably timeout) for 7.100.51.198.zen.spamhaus.org: assumed not in list',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'None; the greeting or the reply comes late.',
  },
  repair: {
    words: 'Run a name server of your own; take lists out that are no more.',
    commands: [
      'host 2.0.0.127.zen.spamhaus.org   # listed by each list that works',
      'cat /etc/resolv.conf',
      'grep -n dnslists /etc/exim4/exim4.conf* /etc/exim4/conf.d -r',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html', 'RFC 5782'],
};
