import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/client-forbidden',
  kind: 'client',
  title: 'Exim refuses the connection of a client by its address',
  cause:
    'host_reject_connection has the client’s address or name, /etc/hosts.deny does not allow it, or its packets carry IP options. A user behind such an address does not even get to log in.',
  symptoms: {
    log: [
      {
        pattern:
          /refused connection from .*\((?:host_reject_connection|tcp wrappers)|connection from .* refused \(IP options\)/,
        specimen:
          '2026-11-24 23:49:37 refused connection from client.outside.example [198.51.100.7] (host_reject_connection)',
        strength: 'names',
      },
      {
        pattern: /rejected connection in "connect" ACL.*Your country is not allowed to connect to this server/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] rejected connection in "connect" ACL: "Your country is not allowed to connect to this server."',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '554 SMTP service not available',
  },
  repair: {
    words: 'Take the address out of the list.',
    commands: [
      'exim -bP host_reject_connection',
      'grep -E "exim|ALL" /etc/hosts.deny /etc/hosts.allow',
      'exim -bh 198.51.100.7',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html'],
};
