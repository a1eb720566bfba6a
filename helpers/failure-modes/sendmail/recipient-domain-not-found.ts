import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/recipient-domain-not-found',
  kind: 'client',
  title: 'Sendmail does not find the domain or host to which a mail is to go',
  cause:
    'DNS has no such name: a slip in the address, or in the name of SMART_HOST if it is that which the line tells. If it is so with every domain, or says host name lookup failure, Sendmail reaches no resolver: /etc/resolv.conf, or port 53 closed.',
  symptoms: {
    log: [
      {
        pattern:
          /\bstat=(?:Deferred: )?(?:(?:Host unknown )?\(?Name server: \S+: (?:host not found|host name lookup failure|no data known|server failed)|Host unknown(?! \()|Host name lookup failure)/,
        specimen:
          'sm-mta[9]: o1: to=<bob@nowhere.example>, dsn=5.1.2, stat=Host unknown (Name server: nowhere.example: host not found)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce: 550 5.1.2 Host unknown',
  },
  repair: {
    words: 'Correct the address; see whether names are found at all.',
    commands: ['dig +short mx nowhere.example', 'cat /etc/resolv.conf', 'echo "/mx nowhere.example" | sendmail -bt'],
  },
  unreproduced: 'Its lines are those of Sendmail’s source.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/doc8.12/op-sh-5.html'],
};
