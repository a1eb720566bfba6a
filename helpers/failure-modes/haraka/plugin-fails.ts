import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/plugin-fails',
  kind: 'fault',
  title: 'a plugin of Haraka breaks off with an error',
  cause:
    'The plugin throws: it is of another version than Haraka, its configuration lacks something, or it has a mistake. Its name and the place stand in the line.',
  symptoms: {
    log: [
      {
        pattern:
          /\[core\] (?:Plugin \S+ failed: |Loading '?[^ ']+'? failed: (?!.*Cannot find module)|compiling '[^']*' failed)/,
        specimen:
          "[CRIT] [6E2C5AB8-6A4C-4D2A-9C3B-3C9A5B0A6A5E] [core] Plugin rcpt_to.ldap failed: TypeError: Cannot read properties of undefined (reading 'main')",
        strength: 'names',
      },
    ],
    facts: [],
    client: '450 or 550, or no feature of that plugin',
  },
  repair: {
    words: 'Update it, and compare its configuration with its page.',
    commands: ['npm ls --depth=0', 'haraka -c . -o | head'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/Plugins'],
};
