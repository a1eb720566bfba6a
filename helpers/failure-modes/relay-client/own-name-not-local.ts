import type { FailureMode } from '../../model/failure-mode';
import { programOf } from '../../postfix/log-lines';
import { toSee } from '../shared/facts';

export const mode: FailureMode = {
  id: 'relay-client/own-name-not-local',
  kind: 'fault',
  title: 'mail to the server’s own name leaves it, and does not get back in',
  cause:
    'Mail for root or cron goes to root@ and the server’s name, which is not in mydestination. Postfix looks it up: the name is not in DNS, or leads to the server’s own public address, which is often not reached from inside or out of a container (no hairpin NAT, a firewall).',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: to=<[^@>\s]+@([\w.-]+)>, .*status=deferred \(connect to \1\[[^\]]+\]:25: (?:Connection|Operation) timed out\)$/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<root@mail.example.test>, orig_to=<root>, relay=none, delay=30, delays=0.1/0.1/30/0, dsn=4.4.1, status=deferred (connect to mail.example.test[192.0.2.10]:25: Connection timed out)',
        strength: 'suggests',
        program: programOf('smtp'),
      },
      {
        // An address without a domain has got that of myorigin.
        pattern:
          /^\w+: to=<([^@>]+)@([\w.-]+)>, orig_to=<\1>, .*\(Host or domain name not found\. Name service error for name=\2 type=\w+: Host not found(?!, try again)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<root@mail.example.test>, orig_to=<root>, relay=none, delay=0.2, delays=0.1/0/0.1/0, dsn=5.4.4, status=bounced (Host or domain name not found. Name service error for name=mail.example.test type=A: Host not found)',
        strength: 'names',
        program: programOf('smtp'),
        alternative: true,
      },
      {
        pattern:
          /^\w+: to=<([^@>]+)@([\w.-]+)>, orig_to=<\1>, .*\((?:Host or domain name not found\. Name service error for name=\2 type=\w+: Host not found, try again|connect to \2\[[^\]]+\]:25: (?:Connection refused|No route to host))\)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<root@mail.example.test>, orig_to=<root>, relay=none, delay=0.2, delays=0.1/0/0.1/0, dsn=4.4.1, status=deferred (connect to mail.example.test[192.0.2.10]:25: Connection refused)',
        strength: 'suggests',
        program: programOf('smtp'),
        alternative: true,
      },
    ],
    facts: [
      toSee(
        'the name that mail is sent to is this server’s own, and mydestination lacks it',
        'postconf -h myhostname mydestination',
      ),
    ],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Deliver the name here, or send root’s mail to a mailbox.',
    commands: [
      'postconf -h myhostname mydestination',
      'postconf -e "mydestination = $(postconf -h mydestination), \\$myhostname"',
      'echo "root: alice@example.test" >>/etc/aliases; newaliases',
      'postfix reload; postqueue -f',
    ],
  },
  unreproduced: 'The closed world of the tests answers every connection.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/BASIC_CONFIGURATION_README.html#mydestination'],
};
