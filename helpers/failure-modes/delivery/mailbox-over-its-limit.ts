import type { FailureMode } from '../../model/failure-mode';
import { mailToLocalUser } from '../shared/client-steps';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/mailbox-over-its-limit',
  kind: 'fault',
  title: 'a user’s mailbox has reached the size that Postfix allows',
  cause:
    'local and virtual let no mailbox file grow beyond mailbox_size_limit or virtual_mailbox_limit, 50 MB unless set, and that is the whole file where mail is in one file for each user. The limit also holds for what a program that local starts writes: procmail dies of it with signal 25. Mail comes back.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:cannot update mailbox|mailbox) .*(?:error writing message|write file): File too large|maildir delivery failed: error writing message: File too large/,
        specimen:
          'postfix/local[9]: 87F043F2BE: to=<alice@example.test>, relay=local, delay=0.1, delays=0.05/0.01/0/0.04, dsn=5.2.2, status=bounced (cannot update mailbox /var/mail/alice for user alice. error writing message: File too large)',
        strength: 'names',
        program: /\/(?:local|virtual)$/,
      },
      {
        // SIGXFSZ.
        pattern: /\(Command died with signal 25: "/,
        specimen:
          'postfix/local[9]: 87F043F2BE: to=<alice@example.test>, relay=local, delay=1, delays=0/0/0/1, dsn=5.3.0, status=bounced (Command died with signal 25: "/usr/bin/procmail -a "$EXTENSION"")',
        strength: 'names',
        program: /\/local$/,
        alternative: true,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Raise the limit, or set it to 0 for none.',
    commands: ['ls -l /var/mail/alice', "postconf -e 'mailbox_size_limit = 0'", 'systemctl reload postfix'],
  },
  reproduction: {
    inject: `postconf -e message_size_limit=20000 mailbox_size_limit=20000
head -c 19990 /dev/zero | tr '\\0' x >/var/mail/alice
chown alice /var/mail/alice; chmod 600 /var/mail/alice`,
    provoke: [mailToLocalUser],
    repair: 'postconf -e mailbox_size_limit=0; rm /var/mail/alice',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#mailbox_size_limit'],
};
