import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/lua-script-fails',
  kind: 'fault',
  title: 'the Lua script that Dovecot asks for users fails, or says so itself',
  cause:
    'passdb or userdb is lua, and the script has an error, can not be read, lacks the function that is called, or returns something else than a number with a string or table. Logins by it then fail. What the script itself logs as an error bears the same prefix.',
  symptoms: {
    log: [
      {
        pattern: /passdb-lua: |userdb-lua: |(?:Error|Fatal): .*\bdb-lua: |lua: .*script_init\(\)/,
        specimen:
          'dovecot: auth: Fatal: passdb-lua: initialization failed: /etc/dovecot/auth.lua:12: attempt to call a nil value',
        strength: 'names',
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Correct the line of the script that is named.',
    commands: ['luac -p /etc/dovecot/auth.lua', 'doveadm auth test alice@example.test'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/lua_based_authentication/'],
};
