import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dns/mx-is-an-address',
  kind: 'client',
  title: 'a domain’s MX or NS record has an address where a host name belongs',
  cause:
    'An MX or NS record must name a host. Postfix takes a number for no name and leaves it out, or puts the mail off; others may be more lenient.',
  symptoms: {
    log: [
      {
        pattern: /numeric domain name in resource data of (?:MX|NS) record for /,
        specimen:
          'postfix/smtp[9]: warning: numeric domain name in resource data of MX record for example.org: 203.0.113.7',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or a delay; 450 4.1.8 for a sender of that domain',
  },
  repair: {
    words: 'Tell the owner; for one’s own domain, name a host that has an A record.',
    commands: ['dig +short MX example.org; dig +short NS example.org'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['RFC 1035 section 3.3.9'],
};
