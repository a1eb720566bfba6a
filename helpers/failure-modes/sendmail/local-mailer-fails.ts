import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/local-mailer-fails',
  kind: 'fault',
  title: 'the program to which Sendmail gives mail for its users fails',
  cause:
    'procmail, mail.local or an LMTP socket is the mailer local. It is not there, may not write the mailbox, has no room, or a recipe of the user’s ends with an error.',
  symptoms: {
    log: [
      {
        pattern:
          /\bmailer=(?:local|prog|cyrus\w*|lmtp)\b.*\bstat=(?:Deferred: (?:local mailer|prog mailer|.*(?:Connection refused|No such file)|.*exited)|Can't create output|[Uu]nknown mailer error|Insufficient permission|Operating system error|unable to exec|Deferred)/,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: to=<alice@example.test>, delay=00:00:01, mailer=local, pri=30311, dsn=4.0.0, stat=Deferred: local mailer (/usr/bin/procmail) exited with EX_TEMPFAIL',
        strength: 'names',
      },
      {
        pattern:
          /SYSERR\(\w+\): (?:451 4\.3\.0 )?(?:Cannot exec |mailer \S+ died with signal|endmailer \S+: wait|\S+\.\.\. openmailer\()|mailer=local\b.*lockmailbox/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: SYSERR(root): Cannot exec /usr/bin/procmail: No such file or directory',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Run it by hand as the user.',
    commands: [
      "grep -n '^Mlocal' /etc/mail/sendmail.cf",
      'ls -ld /var/mail /var/mail/alice ~alice/.procmailrc',
      'sendmail -qf -v',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
