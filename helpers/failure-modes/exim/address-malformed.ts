import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/address-malformed',
  kind: 'client',
  title: 'a client gives Exim an address that is none, or of a kind that it does not take',
  cause:
    'Behind MAIL FROM: or RCPT TO: there is to be an address in angle brackets. A web form or a script puts a name, two addresses, a blank or nothing there. An address at a domain literal, such as user@[192.0.2.1], is refused too unless allow_domain_literals is set, and one with letters beyond ASCII unless the client asks for SMTPUTF8.',
  symptoms: {
    log: [
      {
        pattern:
          /SMTP syntax error in "(?:MAIL|RCPT)\b.*(?:malformed address|missing or malformed local part|domain missing or malformed|'>' missing|unmatched doublequote|must have an address operand|angle-brackets nested|invalid UTF-8|domain literals not allowed|\(expected word or)/,
        specimen: `2026-11-24 23:49:37 SMTP syntax error in "MAIL FROM:<alice" H=client.outside.example [198.51.100.7] '>' missing at end of address`,
        strength: 'names',
      },
    ],
    facts: [],
    client: '501 <alice: malformed address',
  },
  repair: {
    words: 'Correct it where the client’s program takes its addresses from.',
    commands: ["grep 'SMTP syntax error in' /var/log/exim4/mainlog | tail"],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html',
    'RFC 5321 section 4.1.2',
  ],
};
