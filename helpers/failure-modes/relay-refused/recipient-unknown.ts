import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';
import { refusal } from '../shared/log-signs';
import { privateIpv4, privateIpv6 } from '../shared/relay-denied';

export const mode: FailureMode = {
  id: 'relay-refused/recipient-unknown',
  kind: 'client',

  title: 'a recipient is not known here',
  cause:
    'The domain is this server’s own, and it has no such user or alias. Either the address is mistyped, or the table of users lacks it, or the domain stands in the wrong class, so that users are looked for in the wrong table. Or the domain’s mail is elsewhere, as at Google or Microsoft, and the domain must not stand in mydestination or virtual_mailbox_domains, where a package or an installer has put it. In a bounce it is whoever answers at the domain’s MX, which may be another server than the one that is meant. Where the system’s users come from LDAP by nsswitch.conf, they are unknown as well while that server is down.',
  symptoms: {
    log: [
      {
        // What another server has said of the address is no matter of the tables here.
        pattern: new RegExp(
          `^\\w+: reject: [A-Z]+ from \\S+: (?:${refusal}<[^>]*>: Recipient address rejected: User unknown|5\\d\\d (?:5\\.1\\.[01] )?<[^>]*>: Recipient address rejected: undeliverable address: ` +
            `(?!host (?!\\S+\\[(?:private/|/|${privateIpv4}|${privateIpv6}))\\S+ said: )[^;]*(?:[Uu]nknown user|[Uu]ser unknown|5\\.1\\.1 |[Nn]o such|not exist|[Uu]ser not found|doesn.t exist))`,
        ),
        specimen:
          'postfix/smtpd[1510]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 550 5.1.1 <bob@example.test>: Recipient address rejected: User unknown in local recipient table; from=<x@outside.example> to=<bob@example.test> proto=ESMTP helo=<client>',
        strength: 'names',
        program: smtpdProgram,
      },
      {
        // As a program shows it.
        pattern: /\b550 5\.1\.1 User unknown in (?:local|virtual|relay) /,
        specimen: '550 5.1.1 User unknown in local recipient table',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /status=bounced \(User unknown in (?:virtual (?:alias|mailbox)|relay recipient|local recipient) table\)/,
        specimen:
          'postfix/error[9]: 4XyZab1234: to=<alice@example.test>, relay=none, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (User unknown in virtual alias table)',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 5.1.1 <bob@example.test>: Recipient address rejected: User unknown in local recipient table',
  },
  repair: {
    words: 'Ask the table that the line names.',
    commands: [
      'postconf local_recipient_maps virtual_mailbox_maps virtual_alias_maps',
      'postmap -q bob@example.test "$(postconf -h virtual_alias_maps)"',
    ],
  },
  reproduction: {
    inject: '',
    provoke: [{ kind: 'mail', port: 25, to: 'nobody-of-that-name@example.test' }],
    repair: '',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/LOCAL_RECIPIENT_README.html'],
};
