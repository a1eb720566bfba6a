import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'client/no-sender-or-recipient',
  kind: 'client',
  title: 'a program has no sender or no recipient for its mail',
  cause:
    'The library gives up before it connects: the sender’s address is not set in the program, or the list of recipients is empty after all that is no address was taken out of it. The server never hears of it.',
  symptoms: {
    log: [
      {
        pattern:
          /gomail: invalid message, "From" field is absent|[Nn]o (?:FROM|From:) address (?:set|has been provided)|Must specify at least one From address|Cannot send message without a sender address|expects either a Sender or at least one From address|You should provide `from_email`|provide at least one recipient email address|no recipient addresses set|[Aa]n envelope must have at least one recipient|No recipients defined/,
        specimen: 'Cannot send message without a sender address',
        strength: 'names',
      },
      {
        // ssmtp; msmtp; mutt; MailKit; .NET; emailjs; Swoosh; Ruby; lettre; Perl; Vert.x; Jakarta Mail; Thunderbird; Keycloak; Jenkins.
        pattern:
          /[Nn]o recipients (?:specified although -t|supplied - mail will not|found)|No from address given|envelope-from address is missing|No (?:recipients have|sender has) been specified|A recipient must be specified|Message must have (?:a `from` header|at least one `to`)|expected "from" to be set|mail destination not given|SMTP (?:From|To) address may not be blank|missing (?:source|destination) address, invalid envelope|no valid addresses in recipient list|sender address is not present|no recipient addresses are present|SendFailedException: No recipient addresses|No sender was specified|No email address configured for the user|attempt to send an e-mail to empty list of recipients/,
        specimen: 'ssmtp: No recipients specified although -t option used',
        strength: 'names',
        alternative: true,
      },
      {
        // nullmailer.
        pattern: /No recipients were listed\.$/,
        specimen: 'nullmailer-inject: No recipients were listed.',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /(?:^|\bdma\[\w+\]: )no recipients$/,
        specimen: 'dma[c0988]: no recipients',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: there is no connection.',
  },
  repair: {
    words: 'Set the sender in the program’s mail settings, as a whole address; see what is left of the recipients.',
    commands: ['grep -rniE "from|sender" .env config/ | head'],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5322 section 3.6.2'],
};
