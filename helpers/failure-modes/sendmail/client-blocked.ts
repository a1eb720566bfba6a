import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/client-blocked',
  kind: 'client',
  title: 'Sendmail refuses a client by its access table, a block list or its missing name',
  cause:
    'The access table has REJECT for the address, the name or the net of the client, or a DNS block list of FEATURE(dnsbl) has it; FEATURE(require_rdns) wants a name that points back. With FEATURE(delay_checks) an entry for the sender is told at the recipient, too. Users are refused as well, as they are checked before the login unless FEATURE(delay_checks) is set.',
  symptoms: {
    log: [
      {
        pattern:
          /ruleset=check_(?:relay|rcpt), .*reject=5\d\d (?:5\.\d\.\d )?(?:<[^>]*>\.\.\. )?(?:Access denied|Rejected: |Spam blocked|.*(?:blocked|listed|[Bb]lack ?list))/,
        specimen:
          'sm-mta[2211]: ruleset=check_relay, arg1=[198.51.100.7], arg2=198.51.100.7, relay=[198.51.100.7], reject=550 5.7.1 Access denied',
        strength: 'names',
      },
      {
        pattern: /reject=[45]\d\d [45]\.\d\.\d (?:<[^>]*>\.\.\. )?Fix reverse DNS/,
        specimen:
          'sm-mta[99]: 13O9Ixhq275631: ruleset=check_rcpt, arg1=<alice@example.com>, relay=[192.0.2.5], reject=550 5.7.1 <alice@example.com>... Fix reverse DNS for 192.0.2.5',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 5.7.1 Access denied',
  },
  repair: {
    words: 'Where it is a user: check after the login, or give the address OK.',
    commands: [
      "grep -n '198.51.100' /etc/mail/access",
      "grep -nE 'dnsbl|delay_checks|require_rdns' /etc/mail/sendmail.mc",
      'dig +short -x 198.51.100.7',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
