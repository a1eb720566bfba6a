import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'haraka/plugin-missing',
  kind: 'fault',
  title: 'a plugin that Haraka is told to load, or a package that it needs, is not there',
  cause:
    'config/plugins names it, and it is not installed: since version 3 many plugins, such as auth-ldap, are packages of their own. Or the plugin is there, and the module in the line, which it needs itself, is not. Haraka ends, or goes on without it.',
  symptoms: {
    log: [
      {
        pattern:
          /Cannot find module 'haraka-plugin|\[core\] .*(?:Loading plugin \S+ failed|Loading \S+ failed: .*(?:Cannot find module|no such file)|plugin \S+ (?:not found|failed to load))/,
        specimen: "[CRIT] [-] [core] Error: Cannot find module 'haraka-plugin-auth-ldap'",
        strength: 'names',
      },
      {
        pattern: /\[ERROR\] \[-\] \[[\w/-]+\] This plugin has moved\./,
        specimen:
          '[ERROR] [-] [auth/auth_ldap] This plugin has moved. See https://github.com/haraka/haraka-plugin-auth-ldap',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Connection refused, or no AUTH.',
  },
  repair: {
    words: 'Install it.',
    commands: ['npm install haraka-plugin-auth-ldap', 'npm ls --depth=0', 'cat config/plugins'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://haraka.github.io/'],
};
