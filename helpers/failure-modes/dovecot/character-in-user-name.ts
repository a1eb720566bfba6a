import type { FailureMode } from '../../model/failure-mode';
import { dovecotSays, noReason, reply, says } from './shared/answers';

export const mode: FailureMode = {
  id: 'dovecot/character-in-user-name',
  kind: 'client',
  title: 'a login name has a character that Dovecot does not allow',
  cause:
    'auth_username_chars allows letters, digits and a few signs of ASCII. A name with an umlaut is refused before any ' +
    'user is looked up, whatever the password; so are the names with quotes and commas that guessing programs try.',
  symptoms: {
    log: [
      dovecotSays(
        /(?:(?:Info|Error): )?[\w-]+(?:\(.*?\))?: Username character disallowed by auth_username_chars: /,
        'plain(?,198.51.100.7): Username character disallowed by auth_username_chars: 0xc3 (username: jürgen@example.test)',
      ),
      noReason,
    ],
    facts: [],
    client: reply,
  },
  repair: {
    words: 'Give the user a login name in ASCII; or, where it must be, add the characters to auth_username_chars.',
    commands: ['doveconf auth_username_chars', 'systemctl restart dovecot'],
  },
  reproduction: {
    image: 'dovecot',
    inject: '',
    // jürgen@example.test
    provoke: says('AUTH PLAIN AGrDvHJnZW5AZXhhbXBsZS50ZXN0AHdyb25n'),
    repair: '',
    toldBy: 'log',
  },
  versions: { from: '2.3' },
  noticedBy: [],
  references: [
    'https://doc.dovecot.org/2.3/settings/core/#core_setting-auth_username_chars',
    'https://github.com/mail-in-a-box/mailinabox/issues/407',
  ],
};
