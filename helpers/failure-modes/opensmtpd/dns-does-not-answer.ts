import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/dns-does-not-answer',
  kind: 'fault',
  title: 'DNS does not tell OpenSMTPD where mail is to go, so it tries no connection',
  cause:
    'The query for the MX of the domain, or for the address of the relay, ended without an answer: SERVFAIL, a refusal, or nothing in time. If it is so with all domains, no resolver is reached: /etc/resolv.conf names one that is gone, as in a container or before the network is up, or port 53 is closed. With one domain, its own name servers do not answer, or its DNSSEC is broken. The mail waits.',
  symptoms: {
    log: [
      {
        pattern: /Temporary failure in MX lookup/,
        specimen:
          'smtpd[53]: 0000000000000000 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<bob@elsewhere.example> rcpt=<-> source="-" relay="elsewhere.example" delay=2s result="TempFail" stat="Temporary failure in MX lookup"',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Ask the resolver for this domain and for others, and mend what does not answer.',
    commands: [
      'cat /etc/resolv.conf',
      'dig mx elsewhere.example; dig mx opensmtpd.org   # the one, or all?',
      'dig +cd mx elsewhere.example   # answers with +cd only: DNSSEC',
      'smtpctl show relays',
      'smtpctl schedule all   # when it answers again',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://man.openbsd.org/smtpctl.8'],
};
