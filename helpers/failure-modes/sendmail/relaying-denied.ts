import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'sendmail/relaying-denied',
  kind: 'client',

  title: 'Sendmail does not relay for a client: it has not logged in, and nothing else permits it',
  cause:
    'The recipient’s domain is not in class w or relay-domains, no RELAY entry of the access table fits the client, and it has not logged in. Of a stranger that is right. `IP name lookup failed` adds that its address has no PTR record, `possibly forged` that the name does not lead back to the address, and `temporarily denied` that DNS did not answer: entries by host name in access or relay-domains then do not count, and a server that should be let in is refused. One by address does.',
  symptoms: {
    log: [
      {
        pattern:
          /ruleset=check_(?:rcpt|compat|relay),.*reject=5\d\d .*(?:Relaying denied|Proper authentication required)/,
        specimen:
          'sm-mta[53]: 3AOMnbXX000124: ruleset=check_rcpt, arg1=<y@elsewhere.example>, relay=client.outside.example [198.51.100.7], reject=550 5.7.1 <y@elsewhere.example>... Relaying denied',
        strength: 'names',
      },
      {
        pattern: /reject=[45]\d\d [45]\.\d\.\d <[^>]*>\.\.\. Relaying temporarily denied/,
        specimen:
          'sm-mta[99]: 13O9Ixhq275631: ruleset=check_rcpt, arg1=<alice@example.com>, relay=[192.0.2.5], reject=450 4.7.1 <alice@example.com>... Relaying temporarily denied. Cannot resolve PTR record for 192.0.2.5',
        strength: 'names',
        alternative: true,
      },
      // The client’s half of it: no other server says so.
      clientGets(
        /55[0-4][ -](?:5\.7\.\d+ )?(?:\S+ )?Relaying denied\. (?:IP name (?:lookup failed|possibly forged)|Proper authentication required)/,
        'error response to RCPT command for x@elsewhere.example: 550 5.7.1 <y@elsewhere.example>... Relaying denied. IP name lookup failed [198.51.100.7]',
        'suggests',
      ),
    ],
    facts: [],
    client: '550 5.7.1 <y@elsewhere.example>... Relaying denied',
  },
  repair: {
    words:
      'Make the client log in; a machine that can’t gets an entry with its address, or a PTR record that leads back. Enter the recipient’s domain if it is this server’s.',
    commands: [
      'dig +short -x 192.0.2.10; dig +short mail.example.net   # the name, and back to the address',
      'grep -nE "192\\.0\\.2|example\\.net" /etc/mail/access /etc/mail/relay-domains /etc/mail/local-host-names',
      "printf 'Connect:192.0.2.10\\tRELAY\\n' >>/etc/mail/access",
      'makemap hash /etc/mail/access </etc/mail/access',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.sendmail.org/~ca/email/relayingdenied.html',
    'https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README',
  ],
};
