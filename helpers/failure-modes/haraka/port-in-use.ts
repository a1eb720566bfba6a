import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/port-in-use',
  kind: 'fault',
  title: 'Haraka can’t listen at its port',
  cause:
    'Another server has it, or Haraka is not started as root, which ports below 1024 need: it then becomes the user of smtp.ini. Or listen names an address that this machine does not have (EADDRNOTAVAIL).',
  symptoms: {
    log: [
      {
        pattern:
          /Failed to setup listeners: |\[(?:core|server)\] (?:Error: )?(?:listen EADDRINUSE|bind EADDRINUSE|listen EACCES|bind EACCES)/,
        specimen: '[ERROR] [-] [server] Failed to setup listeners: bind EADDRINUSE 0.0.0.0:25',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Connection refused, or another server’s greeting',
  },
  repair: {
    words: 'Stop the other; or start Haraka as root with user and group set.',
    commands: ['ss -ltnp | grep -E ":(25|465|587) "', 'grep -nE "^(listen|port|user|group)" config/smtp.ini'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/CoreConfig'],
};
