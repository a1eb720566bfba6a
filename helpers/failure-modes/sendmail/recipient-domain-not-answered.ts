import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/recipient-domain-not-answered',
  kind: 'fault',
  title: 'DNS does not tell Sendmail for now where mail is to go',
  cause:
    'The look-up of the name in the line ended without an answer: the resolver said SERVFAIL or nothing in time. Sendmail keeps the mail and tries again. If it is so with every domain, Sendmail reaches no resolver: /etc/resolv.conf, or port 53 closed. With one domain only, its own name servers are at fault, or DNSSEC; often they fail at AAAA alone, and WorkAroundBrokenAAAA in ResolverOptions lets Sendmail go on with IPv4.',
  symptoms: {
    log: [
      {
        pattern:
          /\bstat=(?:Deferred: )?(?:(?:Host unknown )?\(?Name server: \S+: (?:host name lookup failure|server failed)|Host name lookup failure)/,
        specimen:
          'sm-mta[9]: 22A0aaXX000009: to=<bob@example.net>, delay=00:00:10, xdelay=00:00:00, mailer=esmtp, pri=120311, relay=mx1.example.net., dsn=4.0.0, stat=Deferred: Name server: mx1.example.net.: host name lookup failure',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'Ask for the name by hand, for both kinds of address; mend the resolver, or set WorkAroundBrokenAAAA by confBIND_OPTS in sendmail.mc where only AAAA fails.',
    commands: [
      'cat /etc/resolv.conf; dig mx sendmail.org   # any other domain',
      'dig mx1.example.net a; dig mx1.example.net aaaa   # SERVFAIL, or a timeout',
      'dig +cd mx1.example.net   # answers with +cd only: DNSSEC',
      'grep ResolverOptions /etc/mail/sendmail.cf /etc/mail/submit.cf',
    ],
  },
  unreproduced: 'Its lines are those of Sendmail’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/doc8.12/op-sh-5.html'],
};
