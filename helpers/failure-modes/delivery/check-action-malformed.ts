import type { FailureMode } from '../../model/failure-mode';
import { dollarToNothing } from '../permissions/shared/dollars';
import { mailFromInside } from '../shared/client-steps';

export const mode: FailureMode = {
  id: 'delivery/check-action-malformed',
  kind: 'fault',
  title: 'an action of header_checks, body_checks or an access table is misspelt',
  cause:
    'The right side of the table begins with an action, and cleanup does not know this one, or it lacks its argument: FILTER wants transport:destination, REDIRECT and BCC an address, PREPEND a header. Or a table of patterns has a $ with neither a number nor a second $ behind it (“truncated macro reference”). The rule does nothing.',
  symptoms: {
    log: [
      {
        pattern:
          /^warning: (?:unknown command in \S+ map: |unsupported command in \S+ map: |bad (?:FILTER command|REDIRECT target|BCC address|PREPEND header text|REPLACE header text|DSN action)|missing (?:FILTER command|DELAY) argument|(?:PREPEND|REPLACE) action without text)/,
        specimen: 'postfix/cleanup[97]: warning: unknown command in header_checks map: REJCT viruses',
        strength: 'names',
      },
      dollarToNothing,
    ],
    facts: [],
    client: 'Nothing: the mail passes as if the rule were not there.',
  },
  repair: {
    words: 'Spell the action as the manual has it.',
    commands: [
      'postmap -q "Subject: test" regexp:/etc/postfix/header_checks',
      'man 5 header_checks',
      'systemctl reload postfix',
    ],
  },
  reproduction: {
    inject:
      "echo '/^Subject:/ REJCT' >/etc/postfix/header_checks; postconf -e 'header_checks = regexp:/etc/postfix/header_checks'",
    provoke: [mailFromInside],
    repair: 'postconf -X header_checks',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/header_checks.5.html'],
};
