import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/sender-domain-unknown',
  kind: 'client',
  title: 'Sendmail finds no such domain for the sender, and refuses',
  cause:
    'The sender’s domain is not in DNS, as with the name of a machine of one’s own or after a slip of the pen, or has no dot at all; 4 as the first digit says that DNS did not answer. Users who log in are refused as well.',
  symptoms: {
    log: [
      {
        pattern:
          /ruleset=check_(?:mail|rcpt), .*reject=[45]\d\d .*(?:Domain of sender address \S+ does not (?:exist|resolve)|Domain name required for sender address)/,
        specimen:
          'sm-mta[2211]: 6ASA00aa002211: ruleset=check_mail, arg1=<www@web.invalid>, relay=client.outside.example [198.51.100.7], reject=553 5.1.8 <www@web.invalid>... Domain of sender address www@web.invalid does not exist',
        strength: 'names',
      },
    ],
    facts: [],
    client: '553 5.1.8 Domain of sender address www@web.invalid does not exist',
  },
  repair: {
    words: 'Send as an address that exists; or take such senders.',
    commands: [
      'host -t MX web.invalid',
      "grep -n accept_unresolvable_domains /etc/mail/sendmail.mc   # FEATURE(`accept_unresolvable_domains')",
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
