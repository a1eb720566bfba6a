import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/delivery-as-root',
  kind: 'fault',
  title: 'mail for root is to be delivered by a program that refuses to run as root',
  cause:
    'mail.maildir, mail.mboxfile, mail.lmtp and mail.mda run as the recipient, and not as root. Mail for root is not to be delivered to root, but to a person by an alias.',
  symptoms: {
    log: [
      {
        pattern: /mail\.(?:lmtp|maildir|mboxfile|mda): may not be executed as root/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mda delivery evpid=f9293a5cb336a379 from=<x@outside.example> to=<root@example.test> rcpt=<root@example.test> user=root delay=1s result=PermFail stat=Error (temporary failure: "mail.maildir: may not be executed as root")',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Let an alias for root lead to a person, and let the rule use the aliases.',
    commands: ['echo "root: alice" >>/etc/mail/aliases', 'newaliases', 'grep -n alias /etc/mail/smtpd.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/aliases.5'],
};
