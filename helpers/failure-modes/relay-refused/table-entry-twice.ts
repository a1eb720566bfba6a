import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/table-entry-twice',
  kind: 'client',
  title: 'a table has a key twice, and the first line counts',
  cause:
    'postmap keeps the first line of a key and warns of the others; newaliases does the same. Who added a line below changes nothing by it.',
  symptoms: {
    log: [
      {
        pattern: /^warning: \S+: duplicate entry: "|^(?:fatal|warning): \S+, line \d+: duplicate entry: "/,
        specimen: 'postfix/postmap[9]: warning: /etc/postfix/virtual.db: duplicate entry: "alice@example.test"',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'What the first line says.',
  },
  repair: {
    words: 'Leave one of them, and make the table again.',
    commands: ['cut -d" " -f1 /etc/postfix/virtual | sort | uniq -d', 'postmap /etc/postfix/virtual'],
  },
  reproduction: {
    inject: 'true',
    provoke: [
      {
        kind: 'run',
        script: `printf 'a@example.test x\\na@example.test y\\n' >/tmp/twice; /usr/sbin/postmap hash:/tmp/twice 2>&1 | logger -t postfix/postmap; true`,
      },
    ],
    repair: 'rm -f /tmp/twice*',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postmap.1.html'],
};
