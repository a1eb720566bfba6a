import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/next-server-refuses-sender',
  kind: 'fault',
  title: 'the next server does not take the address of the sender',
  cause:
    'Providers take mail only from addresses and domains of the account: the envelope sender, or the From of the message, is another’s, as in mail that is forwarded. Others ask whether the sender exists: “Domain not found” and “Sender verify failed” say that its domain or address is not found, as of www-data at a name of this machine. At Amazon SES “Email address is not verified” can mean the recipient, too, while the account is in the sandbox.',
  symptoms: {
    log: [
      {
        pattern:
          /SMTP error from remote mail server after .*: 5\d\d[- ](?!.*\b(?:SPF|DKIM|DMARC)\b).*(?:From\/Sender name is not valid|[Cc]lient does not have permissions to send as|SendAsDenied|[Nn]ot (?:allowed|authori[sz]ed|permitted) to send (?:as|from|on behalf)|[Ss]ender address rejected: not owned by|from address does not match a verified Sender Identity|Email address is not verified|[Ss]ender address is not allowed|[Uu]nroutable sender address|[Ss]ender verify failed|[Ss]ender address rejected: Domain not found)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=smarthost T=remote_smtp_smarthost H=smarthost.example.test [192.0.2.30]: SMTP error from remote mail server after end of data: 530 From/Sender name is not valid',
        strength: 'names',
      },
      {
        pattern:
          /(?:\*\*|==) .*SMTP error from remote mail server after .*: 5\d\d[- ](?:5\.\d\.\d )?relaying mail to \S+ is not allowed/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=smarthost T=remote_smtp_smarthost: SMTP error from remote mail server after RCPT TO:<bob@elsewhere.example>: host smarthost.example.test [192.0.2.30]: 550 relaying mail to elsewhere.example is not allowed',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back later.',
  },
  repair: {
    words:
      'Write with an address of the account: rewrite sender and From for the smarthost, or register the domain there.',
    commands: [
      'exim -brw root@mail.example.test   # what the address becomes',
      'host -t MX mail.example.test; host mail.example.test   # whether the sender’s domain is found',
      'exim -bP transports | grep -E "return_path|headers_rewrite"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-address_rewriting.html',
    'https://github.com/postalserver/postal/issues/1917',
  ],
};
