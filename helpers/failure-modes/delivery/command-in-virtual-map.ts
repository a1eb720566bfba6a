import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/command-in-virtual-map',
  kind: 'fault',
  title: 'a command of an alias is taken for an address',
  cause:
    'Lines such as `list: "|/usr/lib/sympa/bin/queue list"` belong into a table of alias_maps, which local(8) reads. In virtual_alias_maps, or in a file that was made into another table, what stands on the right is an address, and the command becomes a mailbox that nobody has.',
  symptoms: {
    log: [
      {
        pattern: /: to=<"?\|\s*\/[^>]*>, .*status=(?:deferred|bounced)|status=bounced \(unknown user: "\|/,
        specimen:
          'postfix/local[9]: 87F043F2BE: to=<"|/usr/lib/sympa/bin/queue list"@example.test>, orig_to=<list@example.test>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=5.1.1, status=bounced (unknown user: "|/usr/lib/sympa/bin/queue list")',
        strength: 'names',
      },
    ],
    facts: [],
    client: '5.1.1 unknown user, with the command as its name',
  },
  repair: {
    words:
      'Let local(8) read the file: the domain in mydestination, the file in alias_maps; or send the addresses to a transport of their own.',
    commands: [
      'postconf alias_maps virtual_alias_maps transport_maps mydestination',
      'postconf -e "alias_maps = hash:/etc/aliases, hash:/etc/mail/sympa_aliases"',
      'newaliases; systemctl reload postfix',
    ],
  },
  unreproduced: 'It takes lists that our images do not have.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/aliases.5.html', 'https://www.postfix.org/virtual.5.html'],
};
