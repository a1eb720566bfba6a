import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendkim-does-not-sign',
  kind: 'fault',
  title: 'OpenDKIM leaves a mail unsigned, for its sender’s domain or for the client that it comes from',
  cause:
    'It signs only for senders that its signing table or Domain has, and only mail of clients that it counts to its own (InternalHosts), or of users who have logged in. A private address that is “not internal” is mostly a container or a machine of the house that InternalHosts lacks; it may be a gateway by which others’ mail comes. Mail of others’ domains that is only forwarded stays unsigned rightly, and strangers who forge the domain, or lists that send a user’s mail back, are external hosts rightly.',
  symptoms: {
    log: [
      {
        // “not internal” and “not authenticated” are said of every mail that comes in.
        pattern: /^(?:\w+: )?no signing table match for /,
        specimen: "opendkim[90]: 87F043F2BE: no signing table match for 'alice@example.test'",
        strength: 'names',
        program: /^opendkim$/,
      },
      {
        // With LogWhy. Others’ mail that comes by a container’s gateway has such an address, too.
        pattern:
          /\[(?:(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+|f[cd][\da-f]{2}:[\da-f:]*|::1)\] not internal$/i,
        specimen: 'opendkim[411]: 44C1B2A5F0: [172.19.0.5] [172.19.0.5] not internal',
        strength: 'suggests',
        program: /^opendkim$/,
        alternative: true,
      },
      {
        // The network of a container or of the house: no stranger who forges the domain.
        pattern:
          /^(?:\w+: )?external host (?:\[?(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+\]?|localhost|_gateway|(?!unknown )[\w-]+) attempted to send as /,
        specimen: 'opendkim[90]: 87F043F2BE: external host [172.18.0.1] attempted to send as example.test',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^(?:\w+: )?external host (?!\[?(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.[\d.]+\]? |(?!unknown )[\w-]+ )\S+ attempted to send as /,
        specimen: 'opendkim[90]: 87F043F2BE: external host mail.outside.example attempted to send as example.test',
        strength: 'suggests',
        alternative: true,
      },
      {
        // With LogWhy it is said of every mail that comes in, too.
        pattern: /no signing (?:sub)?domain match for '/,
        specimen: "opendkim[12]: 4XyZab1234: no signing domain match for 'example.test'",
        strength: 'accompanies',
        alternative: true,
        alone: true,
      },
    ],
    facts: [],
    client: 'Nothing; the next server finds no DKIM signature.',
  },
  repair: {
    words:
      'List the domain in Domain or the signing table, and the clients in InternalHosts, if they are the server’s own; not the gateway’s address, behind which strangers stand.',
    commands: [
      'grep -E "^(SigningTable|KeyTable|InternalHosts|ExternalIgnoreList|Domain|Mode)" /etc/opendkim.conf',
      'grep -vE "^#" /etc/opendkim/trusted.hosts   # or what InternalHosts names; it replaces 127.0.0.1, which has to be in it, too',
      'docker network inspect mail_default | grep -E "Subnet|Gateway"',
      'opendkim-testkey -d example.test -s mail -vvv',
      'systemctl restart opendkim',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6376', 'https://www.opendkim.org/opendkim.conf.5.html'],
};
