import type { FailureMode } from '../../model/failure-mode';
import { dovecotOfUser } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/user-number-not-permitted',
  kind: 'fault',
  title: 'Dovecot does not serve users with such a number',
  cause:
    'Users of the system (root, daemon, mail) must not have mail, so that numbers below first_valid_uid, 500 or 1000, are refused, and 0 always. The user database gives such a number, or none where mail_uid should say it for all.',
  symptoms: {
    log: [
      dovecotOfUser(
        /Mail access for users with [UG]ID \d+ not permitted|userdb returned 0 as uid|see first_valid_uid|User is missing UID/,
        'imap(alice): Error: Mail access for users with UID 107 not permitted (see first_valid_uid in config file, uid from userdb lookup).',
      ),
      {
        pattern: /Couldn't drop privileges: User is missing GID/,
        specimen:
          "dovecot: imap(bob@example.test): Error: user bob@example.test: Couldn't drop privileges: User is missing GID (see mail_gid setting)",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing at SMTP: the mail is taken and stays. IMAP ends after the login.',
  },
  repair: {
    words: 'Give users a number of their own, or lower first_valid_uid; mail for root goes to a person by an alias.',
    commands: ['doveadm user alice@example.test', 'doveconf first_valid_uid mail_uid mail_gid'],
  },
  unreproduced: 'Our images have no Dovecot that delivers.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/users_and_groups/'],
};
