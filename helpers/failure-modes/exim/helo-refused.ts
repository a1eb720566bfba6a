import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/helo-refused',
  kind: 'client',
  title: 'Exim refuses the name with which a client greets',
  cause:
    'acl_smtp_helo, or the rules of a control panel, want a host name of several parts, or one that DNS knows. Windows machines and containers greet with short names, also those whose users log in.',
  symptoms: {
    log: [
      {
        pattern:
          /rejected (?:EHLO or HELO|HELO|EHLO) |rejected (?:MAIL|RCPT) <[^>]*>: .*(?:Invalid HELO|HELO name|[Bb]ad HELO|HELO (?:is|was) )/,
        specimen:
          '2026-11-24 23:49:37 H=(pc) [198.51.100.7] rejected EHLO or HELO pc: Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
        strength: 'names',
      },
      {
        pattern: /rejected MAIL from .*: no HELO\/EHLO given|rejected "(?:EHLO|HELO) |HELO or EHLO required/,
        specimen: '2026-11-24 23:49:37 rejected MAIL from client.outside.example [198.51.100.7]: no HELO/EHLO given',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 Access denied - Invalid HELO name',
  },
  repair: {
    words: 'Give the machine a name of several parts; or let users pass before the check.',
    commands: ['exim -bP acl_smtp_helo'],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.1.1'],
};
