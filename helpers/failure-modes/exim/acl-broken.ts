import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/acl-broken',
  kind: 'fault',
  title: 'an ACL of Exim’s has a statement that can’t be evaluated there',
  cause:
    'A condition, a modifier or a control has a value that it does not take, or stands in an ACL in which it has no meaning, such as dkim_status at RCPT, or was left out when Exim was built. ACLs that are read from a file or by a look-up are checked only when a client comes.',
  symptoms: {
    log: [
      {
        pattern:
          /cannot (?:test|use|check|evaluate|perform) \S+ condition in \S+ ACL|cannot use "control=[^"]*" in \S+ ACL|unknown ACL (?:verb|condition)|invalid "condition" value "|cannot verify \S+ in ACL for |"(?:discard|drop)" verb not allowed in |malformed ACL line|ACL error: |in ACL modifier "set |syntax error in "control=|in ACL condition "verify |ACL nested too deep|failed to (?:fstat|read) ACL file/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> temporarily rejected RCPT <alice@example.test>: cannot test dkim_status condition in RCPT ACL',
        strength: 'names',
      },
      {
        pattern:
          /ACL for (?:not-)?QUIT returned ERROR|configured error code starts with incorrect digit|unknown log name "|ACL "warn" with "message" setting found in a non-message/,
        specimen:
          '2026-11-24 23:49:37 configured error code starts with incorrect digit (expected 5) in "450 try later"',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '451 Temporary local problem - please try later',
  },
  repair: {
    words: 'Correct the statement, or move it into the ACL where it belongs.',
    commands: ['exim -bh 198.51.100.7', 'exim -bV', 'exim -bP | grep ^acl_'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
