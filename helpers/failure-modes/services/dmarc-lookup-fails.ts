import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/dmarc-lookup-fails',
  kind: 'client',
  title: 'OpenDMARC gets no answer from DNS about a sender’s domain',
  cause:
    'The policy record of the domain could not be asked: its name servers do not answer, or the resolver of this machine fails. Status 4 stands for that one domain most often, and for the resolver if every mail has it.',
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
    words: 'Ask for the record by hand; run a resolver on the machine if many fail.',
    commands: ['dig TXT _dmarc.example.org', 'cat /etc/resolv.conf'],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 7489 section 6.6.3'],
};
