import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/port-name-unknown',
  kind: 'fault',
  title: 'Exim’s configuration names a port that is none',
  cause:
    'A port is a number or a name of /etc/services. submissions is missing in old ones, a minimal container has no such file, or the value is empty or has a stray character behind it. Without any port the daemon does not start.',
  symptoms: {
    log: [
      {
        pattern:
          /TCP port "[^"]*" (?:not found|is not defined for)|invalid port number for \S+ transport|invalid SMTP port: |and daemon_smtp_port is unset; cannot start daemon/,
        specimen: '2026-11-24 23:49:37 TCP port "submissions" not found',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused; or mail waits.',
  },
  repair: {
    words: 'Write the number.',
    commands: [
      'exim -bP daemon_smtp_ports tls_on_connect_ports',
      'exim -bP transports | grep -w port',
      'grep -E "^(smtp|submission)" /etc/services',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-starting_the_daemon_and_the_use_of_network_interfaces.html',
  ],
};
