import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/dmarc-lookup-fails',
  kind: 'client',
  title: 'OpenDMARC can’t use the DMARC record of a sender’s domain',
  cause:
    'The record is not as RFC 7489 wants it: status 3 is a wrong v=, 4 a value that is none, such as an unknown policy, 5 a missing p=. The mail passes with dmarc=permerror, and the owner of that domain has to mend the record. opendmarc-check says in words what it met, which may also be that there is no record or that DNS does not answer.',
  symptoms: {
    log: [
      {
        pattern: /opendmarc_policy_query_dmarc\(\S+\)(?: returned status|: )/,
        specimen: 'opendmarc[12]: 4XyZab1234: opendmarc_policy_query_dmarc(example.org) returned status 4',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing, or 451 4.7.1',
  },
  repair: {
    words:
      'Ask for the record by hand and read it; correct it where the domain is yours. Look at the resolver if nothing answers.',
    commands: ['opendmarc-check example.org', 'dig TXT _dmarc.example.org', 'cat /etc/resolv.conf'],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7489 section 6.6.3'],
};
