import type { FailureMode } from '../../model/failure-mode';
import { loginOfAlice, noReason, ofUser, reply, says, users, usersFail } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/unknown-scheme',
  kind: 'fault',
  title: 'a stored password begins with a scheme that Dovecot does not know',
  cause:
    'What stands in braces before a stored password says how it was hashed: {SHA512-CRYPT}, {BLF-CRYPT}, {PLAIN}. A ' +
    'misspelt one, or one that this version or its system’s library does not have, can’t be checked.',
  symptoms: {
    log: [
      ofUser('Unknown (?:password )?scheme ', 'Unknown scheme PLIAN'),
      noReason,
      {
        // PostfixAdmin asks doveadm.
        pattern: /doveadm pw .*Missing \{scheme\} prefix/,
        specimen:
          'php: Failed to read password from /usr/bin/doveadm pw -r 10: Fatal: Missing {scheme} prefix from hash',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Write the scheme as Dovecot calls it, or make the password anew.',
    commands: ['doveadm pw -l', 'doveadm pw -s SHA512-CRYPT'],
  },
  reproduction: {
    image: 'dovecot',
    inject: `sed -i 's/{PLAIN}/{PLIAN}/' ${users}`,
    provoke: says(loginOfAlice),
    repair: `sed -i 's/{PLIAN}/{PLAIN}/' ${users}`,
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: usersFail,
  references: [
    'https://doc.dovecot.org/2.3/configuration_manual/authentication/password_schemes/',
    'https://github.com/dovecot/docker/issues/47',
  ],
};
