import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/port-not-permitted',
  kind: 'fault',
  title: 'Exim may not open its port',
  cause:
    'Ports below 1024 need root or the capability to bind them. The daemon was started as another user, in a container that lacks the capability, or is confined by SELinux or AppArmor.',
  symptoms: {
    log: [
      {
        pattern: /socket bind\(\) to port \d+ for address .* failed: (?:Permission denied|Operation not permitted)/,
        specimen:
          '2026-11-24 23:49:37 socket bind() to port 25 for address 0.0.0.0 failed: Permission denied: daemon abandoned',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused.',
  },
  repair: {
    words: 'Start it as root; give the container NET_BIND_SERVICE.',
    commands: [
      'ls -l "$(command -v exim4 || command -v exim)"   # root, with the s bit',
      'systemctl restart exim4',
      'ausearch -m avc -ts recent | grep exim',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-starting_the_daemon_and_the_use_of_network_interfaces.html',
  ],
};
