import type { FailureMode } from '../../model/failure-mode';
import { cannotAuthenticate } from './shared/smarthost-logins';

export const mode: FailureMode = {
  id: 'relay-client/token-file-unreadable',
  kind: 'fault',

  title: 'sasl-xoauth2 can not read its token file, or finds no token in it',
  cause:
    'What the password table has as password is the path of the token’s file, and Postfix’s smtp, run as postfix and often in a chroot, does not find it or may not read it. In a chroot the path begins at /var/spool/postfix. Or it is found, and is not the JSON with a refresh_token that the plug-in wants.',
  symptoms: {
    log: [
      {
        pattern: /TokenStore::Read: (?:failed to open file|missing refresh_token|exception=)/,
        specimen:
          'postfix/smtp[278]: [sasl-xoauth2]   2026-11-24 23:49:37: TokenStore::Read: failed to open file /etc/tokens/alice@example.test: No such file or directory',
        strength: 'names',
      },
      cannotAuthenticate('generic failure', 'accompanies'),
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Give the file to postfix, at the path that smtp sees; or take smtp out of the chroot.',
    commands: [
      'postconf -M smtp/unix   # the fifth column: chroot',
      'install -d -o postfix -g postfix /var/spool/postfix/etc/tokens',
      'cp -p /etc/tokens/* /var/spool/postfix/etc/tokens/; chown -R postfix:postfix /var/spool/postfix/etc/tokens',
      'postqueue -f',
    ],
  },
  unreproduced: 'The plug-in needs a provider of tokens, which the closed world of the tests has not.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/tarickb/sasl-xoauth2#a-note-on-chroot'],
};
