import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/table-result-unusable',
  kind: 'fault',
  title: 'a table answers with something that is no result',
  cause:
    'An empty value is not “not found”: a query of a database that gives an empty string, or a line with nothing behind the key. A canonical map must give one address; one with several, or with half an address, is left out. SQL answers “not found” by no row, a TCP table by 500.',
  symptoms: {
    log: [
      {
        pattern:
          /returns an empty string result|should return NO RESULT in case of NOT FOUND|: empty lookup result for: "|returns non-address result "|: multi-valued \w+ entry for |: empty string result is not allowed|ignoring null lookup result for/,
        specimen:
          'postfix/smtpd[9]: warning: virtual_alias_maps lookup of alice@example.test returns an empty string result',
        strength: 'names',
      },
    ],
    facts: [],
    client: '451 4.3.0 <alice@example.test>: Temporary lookup failure; or nothing',
  },
  repair: {
    words: 'Ask the table by hand, and let the query leave out empty rows.',
    commands: [
      'postmap -q alice@example.test mysql:/etc/postfix/virtual.cf | cat -A',
      "# query = SELECT goto FROM alias WHERE address = '%s' AND goto <> ''",
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/DATABASE_README.html', 'https://www.postfix.org/mysql_table.5.html'],
};
