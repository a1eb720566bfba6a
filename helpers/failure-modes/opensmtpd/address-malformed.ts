import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/address-malformed',
  kind: 'client',
  title: 'a client gives OpenSMTPD a malformed address, or a command or option that is out of place',
  cause:
    'The answer says which. An address without <>, with a space, with a domain that is no host name, or an empty recipient is most often a variable of a script that is not filled. An unsupported option stands behind the address, of an extension such as SMTPUTF8 that was not offered. The rest is a client that says EHLO twice, DATA without a recipient, or words behind a command that takes none.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:result="|=> )(?:501|553) (?:5\.\d\.\d )?.*(?:Recipient|Sender|ORCPT) address syntax error|(?:result="|=> )(?:501|503) .*(?:No parameters (?:given|allowed)|Unsupported option|option too large, truncated|No recipient specified|Already identified)/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="RCPT TO:<>" result="501 5.1.3 Bad destination mailbox address syntax: Recipient address syntax error"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '501 Recipient address syntax error',
  },
  repair: {
    words: 'Write addresses as user@domain in <>, and use only the extensions that the answer to EHLO offers.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5321 section 4.1.2'],
};
