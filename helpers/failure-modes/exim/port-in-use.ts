import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/port-in-use',
  kind: 'fault',
  title: 'Exim’s port is taken',
  cause:
    'Postfix, another Exim or a published port of a container listens there already, or local_interfaces and daemon_smtp_ports name the same address twice. Exim tries for a while and ends.',
  symptoms: {
    log: [
      {
        pattern: /socket bind\(\) to port \d+ for address (?:\S+|\(any IPv[46]\)) failed: Address already in use/,
        specimen:
          '2026-11-24 23:49:37 socket bind() to port 25 for address 0.0.0.0 failed: Address already in use: daemon abandoned',
        strength: 'names',
      },
      {
        pattern: /listen\(\) failed on interface \S+: Address already in use/,
        specimen: '2026-11-24 23:49:37 listen() failed on interface 0.0.0.0: Address already in use',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'The other program’s greeting.',
  },
  repair: {
    words: 'Stop one of the two.',
    commands: ['ss -ltnp | grep ":25 "', 'exim -bP local_interfaces daemon_smtp_ports'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-starting_the_daemon_and_the_use_of_network_interfaces.html',
  ],
};
