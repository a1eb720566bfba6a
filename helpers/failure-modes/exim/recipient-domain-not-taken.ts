import type { FailureMode } from '../../model/failure-mode';
import { byMx, mayNotRelay, refusesToRelay } from './shared/relaying';

export const mode: FailureMode = {
  id: 'exim/recipient-domain-not-taken',
  kind: 'fault',
  title: 'the server to which Exim takes a mail does not have the recipient’s domain for its own',
  cause:
    'It was sent where DNS says, or where a router of Exim’s own says, and that server would have to pass it on: the domain has moved or was deleted there, its MX record leads to the wrong host, or a mailbox server behind this one was not told of the domain, or not of this machine. No login is missing.',
  symptoms: {
    log: [
      {
        pattern: new RegExp(
          `(?:\\*\\*|==) (?=.* R=\\w*(?:${byMx})).*SMTP error from remote mail server after (?:pipelined )?RCPT .*${mayNotRelay}`,
        ),
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=dnslookup T=remote_smtp H=mx.elsewhere.example [192.0.2.30]: SMTP error from remote mail server after RCPT TO:<bob@elsewhere.example>: 550 relay not permitted',
        strength: 'names',
      },
      refusesToRelay,
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Let the MX record, or the router, lead to the server that has the domain; or let that server take it.',
    commands: ['exim -bt bob@elsewhere.example', 'host -t MX elsewhere.example'],
  },
  unreproduced: 'Its lines are those of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 5321 section 5.1',
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_manualroute_router.html',
  ],
};
