import type { FailureMode } from '../../model/failure-mode';
import { internalErrorAfterLogin } from './shared/internal-failure';

export const mode: FailureMode = {
  id: 'dovecot/post-login-script-fails',
  kind: 'fault',
  title: 'the program that Dovecot runs after a login fails',
  cause:
    'A service with script-login calls a program before the session begins. It ends with an error, as when a command in it wants a password, does not hand over to what comes next (exec "$@"), takes too long, or may not be executed.',
  symptoms: {
    log: [
      {
        pattern:
          /Post-login script denied access to user|Timeout waiting for post-login script|script-login: (?:Fatal|Error): |post-login socket|\bpost-?login: Error: /,
        specimen: 'dovecot: imap: Error: Post-login script denied access to user alice@example.test',
        strength: 'names',
      },
      internalErrorAfterLogin,
    ],
    facts: [],
    client: 'IMAP ends after the login.',
  },
  repair: {
    words: 'Run it by hand; its last line is exec "$@".',
    commands: ['doveconf -n service | grep -B3 -A6 script-login', 'ls -l /usr/local/bin/postlogin.sh'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://wiki2.dovecot.org/PostLoginScripting'],
};
