import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { mailOfUser } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'relay-refused/table-line-unreadable',
  kind: 'fault',
  title: 'a line of a table can’t be read as it was meant',
  cause:
    'A pattern without its end, an address that is none, an IF without ENDIF, a key without a value: Postfix names the ' +
    'line, leaves it out or takes it otherwise, and goes on. Whom it was to let in is refused, and whom it was to refuse gets in.',
  symptoms: {
    log: [
      {
        // What fails with the text of one mail only is no fault of how the line is written.
        pattern:
          /^warning: (?:(?:cidr|regexp|pcre) map \S+, line \d+: (?!backtracking limit|.*(?:search string|pcre_exec error)|out of memory)|\S+, line \d+: (?:expected format: key whitespace value|need name:value pair|name must be local and have no domain|record is in "key: value" format|non-UTF-8 input|unbalanced '"'))/,
        specimen:
          'postfix/smtpd[187]: warning: cidr map /etc/postfix/clients, line 2: bad address pattern: "198.51.100": skipping this rule',
        strength: 'names',
        program: programOf('(?:smtpd|cleanup|trivial-rewrite|proxymap|postscreen|smtp|local|postmap|postalias)'),
      },
    ],
    facts: [],
    client: 'Nothing of its own: the rule is not applied.',
  },
  repair: {
    words: 'Correct the line that the message names, and ask the table what it says.',
    commands: ['sed -n 2p /etc/postfix/clients', 'postmap -q 198.51.100.7 cidr:/etc/postfix/clients'],
  },
  reproduction: {
    inject: `printf '192.0.2.0/24 OK\\n198.51.100 REJECT\\n' >/etc/postfix/clients
postconf -e 'smtpd_client_restrictions = check_client_access cidr:/etc/postfix/clients'`,
    provoke: [mailOfUser],
    repair: `printf '192.0.2.0/24 OK\\n' >/etc/postfix/clients`,
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [
    'https://www.postfix.org/cidr_table.5.html',
    'https://www.postfix.org/regexp_table.5.html',
    'https://www.postfix.org/postmap.1.html',
  ],
};
