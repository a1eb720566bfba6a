import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/recipient-unknown-to-command',
  kind: 'client',
  title: 'the command that delivers knows no such user',
  cause:
    'The program that pipe calls (dovecot-lda, maildrop, Cyrus deliver) has ended with EX_NOUSER: its own user database has no such user, though Postfix has taken the address. Of Mailman, Sympa and other robots it is the list that is not made there; or the arguments are wrong, such as $user, which has no domain, for $recipient.',
  symptoms: {
    log: [
      {
        pattern: / relay=(?!local,)\w[\w-]*, .*dsn=5\.1\.1, status=bounced \((?:user unknown|unknown user)/,
        specimen:
          'postfix/pipe[99]: 2F6C83D: to=<bob@example.test>, relay=dovecot, delay=5.1, delays=4.4/0.02/0/0.61, dsn=5.1.1, status=bounced (user unknown)',
        strength: 'names',
        program: /^\S+\/pipe$/,
      },
    ],
    facts: [],
    client: 'A bounce: 5.1.1',
  },
  repair: {
    words: 'Let both ask the same database.',
    commands: [
      'doveadm user bob@example.test',
      'postconf virtual_mailbox_maps local_recipient_maps',
      'postconf -M | grep pipe',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/pipe.8.html'],
};
