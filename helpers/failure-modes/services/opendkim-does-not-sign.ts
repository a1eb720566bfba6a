import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/opendkim-does-not-sign',
  kind: 'fault',
  title: 'OpenDKIM does not sign what the server sends',
  cause:
    'It signs for senders that its signing table has, and only mail of clients that it counts to its own (InternalHosts), or of users who have logged in. A container’s network, or another server that sends by this one, is none of those unless it is listed.',
  symptoms: {
    log: [
      {
        // “not internal” and “not authenticated” are said of every mail that comes in.
        pattern: /^(?:\w+: )?(?:no signing table match for |external host \S+ attempted to send as )/,
        specimen: "opendkim[90]: 87F043F2BE: no signing table match for 'alice@example.test'",
        strength: 'names',
        program: /^opendkim$/,
      },
      {
        pattern: /no signing domain match for '|signing table references unknown key /,
        specimen: "opendkim[12]: 4XyZab1234: no signing domain match for 'example.test'",
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing; the next server finds no DKIM signature.',
  },
  repair: {
    words: 'List the domain in the signing table, and the clients in InternalHosts.',
    commands: [
      'grep -E "^(SigningTable|KeyTable|InternalHosts|ExternalIgnoreList|Domain|Mode)" /etc/opendkim.conf',
      'opendkim-testkey -d example.test -s mail -vvv',
      'systemctl restart opendkim',
    ],
  },
  unreproduced: 'Our images have no such filter.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6376'],
};
