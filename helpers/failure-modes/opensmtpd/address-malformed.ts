import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/address-malformed',
  kind: 'client',
  title: 'a client gives OpenSMTPD an address that is none',
  cause:
    'An address without <>, with a space, with a domain that is no host name, or an empty recipient: most often a variable of a script that is not filled.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:result="|=> )(?:501|553) (?:5\.\d\.\d )?.*(?:Recipient|Sender|ORCPT) address syntax error|(?:result="|=> )(?:501|503) .*(?:No parameters (?:given|allowed)|Unsupported option|No recipient specified|Already identified)/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="RCPT TO:<>" result="501 5.1.3 Bad destination mailbox address syntax: Recipient address syntax error"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '501 Recipient address syntax error',
  },
  repair: {
    words: 'Write addresses as user@domain in <>.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.2'],
};
