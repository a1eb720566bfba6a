import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/privileged-group-refused',
  kind: 'fault',
  title: 'Dovecot’s delivery may not take the group that it is to write with',
  cause:
    'mail_privileged_group (as mail, for /var/mail) is taken by a process that runs as the user alone, as dovecot-lda does when Postfix’s local or a pipe starts it, and only root can take a group that it is not in.',
  symptoms: {
    log: [
      {
        pattern: /(?:lda|lmtp|imap|pop3)\b.*setegid\(privileged\) failed/,
        specimen: 'dovecot: lda(bob): Error: setegid(privileged) failed: Operation not permitted',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Deliver by LMTP, or give the users the group and take the setting out.',
    commands: [
      'doveconf mail_privileged_group mail_access_groups mail_location',
      "postconf -e 'mailbox_transport = lmtp:unix:private/dovecot-lmtp'",
      'usermod -aG mail bob',
    ],
  },
  unreproduced: 'Its lines are those of Dovecot’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/protocols/lda/'],
};
