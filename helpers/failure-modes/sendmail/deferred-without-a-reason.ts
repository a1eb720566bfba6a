import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/deferred-without-a-reason',
  kind: 'fault',
  title: 'Sendmail puts mail off and gives no reason: it does not try now',
  cause:
    'A bare stat=Deferred with xdelay=00:00:00: the host did not answer a while before, which Sendmail remembers (HostStatusDirectory, Timeout.hoststatus), or the load is too high. The reason stands in an earlier line of the same host, or in the queue. The other side may be greylisting.',
  symptoms: {
    log: [
      {
        pattern: /\bstat=Deferred$/,
        specimen:
          'sm-mta[9]: o1: to=<bob@example.com>, delay=00:00:01, xdelay=00:00:00, mailer=esmtp, relay=mx.example.com., dsn=4.0.0, stat=Deferred',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail waits',
  },
  repair: {
    words: 'Look at what the queue says, and try by hand.',
    commands: ['mailq', 'hoststat', 'sendmail -v -qI<queue id>', 'purgestat'],
  },
  unreproduced: 'Its lines are those of Sendmail’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/doc8.12/op-sh-2.html'],
};
