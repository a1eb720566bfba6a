import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dovecot/checkpassword-fails',
  kind: 'fault',
  title: 'Dovecot’s checkpassword program fails',
  cause:
    'passdb checkpassword calls a program with name and password and looks at how it ends: 1 is a wrong password, 111 a failure for now. It is not there or not executable, ends otherwise, answers in no known form, or was written for userdb only.',
  symptoms: {
    log: [
      {
        pattern:
          /checkpassword\S*: .*(?:Child \d+ (?:exited with status|died with signal)|Received no input|exited with status|execvp?\()|tried to use userdb-only checkpassword program|characters in checkpassword reply/,
        specimen: 'dovecot: auth: Error: checkpassword(alice,203.0.113.7): Child 1234 exited with status 111',
        strength: 'names',
      },
      {
        pattern: /checkpassword\([^)]*\): Login failed \(status=/,
        specimen: 'dovecot: auth: checkpassword(alice): Login failed (status=1)',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '454 4.7.0 Temporary authentication failure',
  },
  repair: {
    words: 'Call the program by hand, with name and password on descriptor 3, and see its exit code.',
    commands: [
      'doveconf -n passdb',
      'printf "alice\\0secret\\0\\0" | /usr/local/bin/checkpassword.sh /bin/true 3<&0; echo $?',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/authentication/password_databases_passdb/'],
};
