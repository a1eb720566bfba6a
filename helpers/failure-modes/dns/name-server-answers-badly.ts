import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'dns/name-server-answers-badly',
  kind: 'client',
  title: 'a name server’s answer can’t be used',
  cause:
    'The answer is malformed, has no record of the kind that was asked, or is not an answer at all; or its records can’t be used, as an MX record that is no name, and before Postfix 3 a null MX. “Name server loop” is a chain of CNAME records without an end. It comes from the name servers of that domain, or a resolver, firewall or router in between that changes DNS: if many domains have it, it is yours.',
  symptoms: {
    log: [
      {
        pattern: /Malformed or unexpected name server reply|dns_lookup: Name server loop for /,
        specimen:
          'postfix/smtp[9]: 4XyZab1234: to=<bob@example.org>, relay=none, delay=1, delays=0/0/1/0, dsn=4.4.3, status=deferred (Host or domain name not found. Name service error for name=example.org type=MX: Malformed or unexpected name server reply)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A delay, or 450 4.1.8',
  },
  repair: {
    words: 'Ask the domain’s server and another resolver; run a resolver of your own.',
    commands: ['cat /etc/resolv.conf', 'dig MX example.org; dig MX example.org @9.9.9.9'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['RFC 1035 section 4'],
};
