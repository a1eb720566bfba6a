import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/helo-refused',
  kind: 'client',
  title: 'Exim refuses a client as it greets, most often for the name that it gives',
  cause:
    'acl_smtp_helo, or the rules of a control panel, want a host name of several parts, or one that DNS knows; helo_verify_hosts wants the client’s own. Windows machines and containers greet with short names, also those whose users log in. `syntactically invalid` is a name with an underscore or another character that helo_allow_chars does not have, or none. The ACL may look at the client’s address too: the words behind the colon tell.',
  symptoms: {
    log: [
      {
        pattern:
          /rejected (?:EHLO or HELO|HELO|EHLO) (?!.*(?:failed to (?:expand|open)|gave DEFER|cannot (?:test|use|check)|[Tt]ainted))|rejected (?:MAIL|RCPT) <[^>]*>: (?!.*response to ").*(?:Invalid HELO|HELO name|[Bb]ad HELO|HELO (?:is|was) )/,
        specimen:
          '2026-11-24 23:49:37 H=(pc) [198.51.100.7] rejected EHLO or HELO pc: Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
        strength: 'names',
      },
      {
        pattern: /rejected "(?:EHLO|HELO) /,
        specimen:
          '2026-11-24 23:49:37 rejected "EHLO pc_1" from H=[198.51.100.7]: syntactically invalid argument(s): pc_1',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 Access denied - Invalid HELO name',
  },
  repair: {
    words: 'Give the machine a name of several parts; or let users pass before the check.',
    commands: ['exim -bP acl_smtp_helo helo_allow_chars helo_verify_hosts', 'exim -bh 198.51.100.7   # then: EHLO pc'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.1.1'],
};
