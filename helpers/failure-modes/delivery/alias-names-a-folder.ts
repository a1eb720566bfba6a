import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/alias-names-a-folder',
  kind: 'fault',
  title: 'an alias leads to the name of a folder in place of an address',
  cause:
    'What virtual_alias_maps gives for an address ends in a slash, as the path of a mailbox does: the query of the aliases asks for the wrong column, or the table of mailboxes stands in its place. Postfix puts the domain behind it, and there is no such mailbox.',
  symptoms: {
    log: [
      {
        pattern: /status=bounced \(unknown user: "[^"@]*\/@/,
        specimen:
          'postfix/virtual[9]: 87F043F2BE: to=<alice/@example.test>, orig_to=<alice@example.test>, relay=virtual, delay=0.1, delays=0.1/0/0/0, dsn=5.1.1, status=bounced (unknown user: "alice/@example.test")',
        strength: 'names',
      },
    ],
    facts: [],
    client: '5.1.1 unknown user, with a slash in its name',
  },
  repair: {
    words: 'Let the aliases give addresses, and the mailboxes paths.',
    commands: [
      'postconf virtual_alias_maps virtual_mailbox_maps',
      'postmap -q alice@example.test mysql:/etc/postfix/mysql-virtual-alias-maps.cf',
    ],
  },
  unreproduced: 'It takes a table of mailboxes that our images do not have.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/virtual.5.html'],
};
