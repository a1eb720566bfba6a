import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'exim/recipient-unknown',
  kind: 'client',
  title: 'Exim knows no way for the recipient’s address',
  cause:
    'No router takes it. Either its domain has no MX and no address in DNS, as after a slip of the pen, or it is one of the server’s own and has no such user or alias. A domain whose mailboxes are at Google or Microsoft must not be in local_domains (cPanel: Email Routing, /etc/localdomains), and one with mailboxes here must be. If it is so with every other domain, Exim is set up for mail on its own machine, or this server’s resolver gives wrong answers.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:rejected RCPT [^:]*: |\*\* \S+(?: R=\S+)?: )(?:Unrout(?:e)?able address|[Uu]nknown [Uu]ser|User unknown|No Such User Here|[Nn]o such (?:user|person|address)(?: here)?)/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected RCPT <nobody@example.test>: Unrouteable address',
        strength: 'names',
      },
      // Of a sender it says the same in the middle of three lines.
      clientGets(
        /550[ -](?<!550-)(?<!Verification failed for .*)Unrouteable address(?!.*Sender verify failed)/,
        '550 Unrouteable address',
      ),
      {
        pattern:
          /an MX or SRV record indicated no SMTP service|mail domain "[^"]*" is syntactically invalid|R=\S+ ?: The mail server could not deliver mail to \S+\.\s+The account or domain may not exist/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=fail_remote_domains: The mail server could not deliver mail to bob@elsewhere.example.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.',
        strength: 'names',
        alternative: true,
      },
      {
        // cPanel: the recipient of a client is verified. The domain may as well be one of the server's own.
        pattern: /rejected RCPT [^:]*: The mail server could not deliver mail to /,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example [198.51.100.7] F=<x@outside.example> rejected RCPT <bob@elsewhere.example>: The mail server could not deliver mail to bob@elsewhere.example.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries.',
        strength: 'suggests',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 Unrouteable address',
  },
  repair: {
    words:
      'See what Exim would do with it, and whether it takes the domain for its own; correct the address, make the user or the alias, or take a domain with its mailboxes elsewhere out of the server’s own.',
    commands: [
      'exim -bt nobody@example.test   # the router that takes it, or none',
      'host -t MX elsewhere.example; cat /etc/resolv.conf',
      'grep -n nobody /etc/aliases',
      'exim -bP domainlist local_domains',
      'grep -n elsewhere.example /etc/localdomains /etc/remotedomains   # cPanel: Email Routing',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
