import type { FailureMode } from '../../model/failure-mode';
import { internalErrorAfterLogin } from '../dovecot/shared/internal-failure';
import { dovecotOfUser } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/mail-location-not-set',
  kind: 'fault',
  title: 'Dovecot does not know where a user’s mail is',
  cause:
    'mail_location (mail_path and mail_driver since 2.4) is not set and the home folder is empty, so that there is nothing by which to guess; it lacks the format in front (“Ambiguous”, as maildir: is missing), or the user database gives no home at all. The login succeeds and the session ends, or the mail is put off.',
  symptoms: {
    log: [
      dovecotOfUser(
        /mail_location not set and autodetection failed|Mail storage autodetection failed with home=|(?:home|mail) (?:directory|location) not set for user|User initialization failed: .*Ambiguous mail location|Home directory not set for user/,
        "imap(alice): Error: Namespace '': Mail storage autodetection failed with home=/home/alice",
      ),
      internalErrorAfterLogin,
    ],
    facts: [],
    client: 'Nothing at SMTP. IMAP: `NO [UNAVAILABLE] Internal error`',
  },
  repair: {
    words: 'Say where the mail is; the user database must give a home.',
    commands: [
      'doveconf -n mail_location mail_home   # 2.4: mail_driver mail_path',
      'doveadm user alice@example.test',
      'echo "mail_location = maildir:~/Maildir" >>/etc/dovecot/local.conf; doveadm reload   # 2.3',
    ],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/mail_location/'],
};
