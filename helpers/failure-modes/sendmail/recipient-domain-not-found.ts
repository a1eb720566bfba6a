import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/recipient-domain-not-found',
  kind: 'client',
  title: 'Sendmail does not find the domain or host to which a mail is to go',
  cause:
    'DNS says that there is no such name, or none with an address: a slip in the address, an MX record that names a host without one, or a wrong SMART_HOST if it is that which the line tells. If it is so with every domain, the resolver of /etc/resolv.conf knows only names of its own network, or gives wrong answers.',
  symptoms: {
    log: [
      {
        pattern:
          /\bstat=(?:Deferred: )?(?:(?:Host unknown )?\(?Name server: \S+: (?:host not found|no data known)|Host unknown(?! \())/,
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
