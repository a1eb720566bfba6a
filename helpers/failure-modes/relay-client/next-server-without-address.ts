import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/next-server-without-address',
  kind: 'client',
  title: 'the servers of a domain have no address by which this one can send',
  cause:
    'The domain’s MX records name hosts without an A record (or with IPv6 only, while inet_protocols is ipv4), or this server’s own name is the only one with an address left. It is a mistake of that domain, or of one’s own for a backup MX. Where the reason in the status is "try again", the resolver or the domain’s name servers did not answer.',
  symptoms: {
    log: [
      {
        pattern: /no (?:MX|SRV) host for \S+ has a valid address record|\(unable to find primary relay for /,
        specimen: 'postfix/smtp[9]: warning: no MX host for example.org has a valid address record',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce or a delay.',
  },
  repair: {
    words: 'Ask for the records; tell the domain’s owner, or send by a transport of your own.',
    commands: ['dig MX example.org; dig A mail.example.org; dig AAAA mail.example.org', 'postconf inet_protocols'],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 5.1'],
};
