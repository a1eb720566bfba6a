import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/plugin-hangs',
  kind: 'fault',
  title: 'a plugin of Haraka does not answer in time',
  cause:
    'It waits for a server that does not answer, such as LDAP, Redis or a scanner, or has a fault and never calls on. Haraka waits for plugin_timeout, 30 seconds unless set, and defers.',
  symptoms: {
    log: [
      {
        pattern: /Plugin \S+ timed out on hook \S+ - make sure it calls the callback/,
        specimen:
          '[CRIT] [6E2C5AB8-6A4C-4D2A-9C3B-3C9A5B0A6A5E] [core] Plugin auth/auth_ldap timed out on hook unrecognized_command - make sure it calls the callback',
        strength: 'names',
      },
    ],
    facts: [],
    client: '450 plugin timeout',
  },
  repair: {
    words: 'See whether what it asks answers; take it out to try.',
    commands: ['cat config/plugins config/plugin_timeout', 'redis-cli ping'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/core/Plugins'],
};
