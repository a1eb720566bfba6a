import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/address-malformed',
  kind: 'client',
  title: 'Sendmail is given an address that is malformed, or none at all',
  cause:
    'A character is missing or too many: a bracket or quotation mark, a space, an 8-bit letter, or an address over 256 bytes. A script’s variable that is not filled does it too.',
  symptoms: {
    log: [
      {
        pattern:
          /55\d (?:5\.\d\.\d )?.*(?:Unbalanced '.'|Illegal character|Address (?:"\S*" )?too long|prescan: too)|Syntax error in mailbox address|8-bit character in mailbox address|setsender: .*invalid or unparsable|(?:Invalid sender address|User address required|Recipient names must be specified|No recipient addresses found in header)/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: setsender: alice@: invalid or unparsable, received from client.outside.example [203.0.113.7]',
        strength: 'names',
        program: /^(?:sendmail|sm-\w+)$/,
      },
    ],
    facts: [],
    client: '501 5.1.3 Syntax error in mailbox address',
  },
  repair: {
    words: 'Write it as user@domain.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.2'],
};
