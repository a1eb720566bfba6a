import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'courier/mailbox-full',
  kind: 'client',
  title: 'a user’s Maildir is full',
  cause:
    'The quota in maildirsize, or of the user database, is used up. Courier puts mail off for some days before it comes back.',
  symptoms: {
    log: [
      {
        pattern: /: Maildir over quota\.|maildrop: maildir over quota|Maildir is over quota/,
        specimen: 'courierlocal: id=00000000.1,from=<x@outside.example>,addr=<alice@example.test>: Maildir over quota.',
        strength: 'names',
        program: /^(?:courier\w*|esmtpd\S*|imapd\S*|pop3d\S*|submit|couriertcpd)$/,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'The user makes room, or gets more.',
    commands: ['cat ~alice/Maildir/maildirsize | head -1', 'maildirmake -q 1000000000S ~alice/Maildir'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.courier-mta.org/maildirquota.html'],
};
