import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/delivery-user-not-found',
  kind: 'fault',
  title: 'OpenSMTPD does not find out as which user to deliver',
  cause:
    'An action delivers as a user of the system, of userbase, or of the option user. A virtual address that leads to a name that is neither, or a table that fails, ends the delivery: for good where there is no such user, for now where the lookup failed.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:Permanent|Temporary) failure in user lookup|failure during userinfo lookup|user directory for \S+ too large/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mda delivery evpid=f9293a5cb336a379 from=<x@outside.example> to=<alice@example.test> rcpt=<alice@example.test> user=alice delay=1s result=PermFail stat=Permanent failure in user lookup',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits or comes back.',
  },
  repair: {
    words: 'Name a user who exists, by user vmail in the action, or a userbase.',
    commands: ['getent passwd alice', 'grep -n "action" /etc/mail/smtpd.conf /etc/smtpd.conf'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
