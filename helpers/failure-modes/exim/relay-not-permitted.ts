import type { FailureMode } from '../../model/failure-mode';
import { mayNotSend, relayNotPermitted } from '../client/shared/client-words';

export const mode: FailureMode = {
  id: 'exim/relay-not-permitted',
  kind: 'client',

  title: 'Exim does not relay for a client: it has not logged in, and the recipient’s domain is none of Exim’s own',
  cause:
    'The recipient’s domain is neither in local_domains nor in relay_to_domains, the client is not in relay_from_hosts, and it has not logged in: Exim is right to refuse. Most often the client’s program has no user name set for outgoing mail, or its login failed, as a line before says. Where the domain is the server’s own, local_domains or relay_to_domains lacks it.',
  symptoms: {
    log: [
      {
        pattern:
          /rejected RCPT (?!.*: response to ").*: (?:.*[Rr]elay not permitted|.*[Rr]elaying (?:denied|not permitted)|(?:SMTP )?(?:AUTH|[Aa]uth(?:entication)?) (?:is )?required)/,
        specimen:
          '2026-11-24 23:49:37 H=client.outside.example (client) [198.51.100.7] F=<x@outside.example> rejected RCPT <y@elsewhere.example>: relay not permitted',
        strength: 'names',
      },
      relayNotPermitted,
      mayNotSend,
      {
        pattern:
          /rejected RCPT .*(?:is (?:currently )?not permitted to relay through this server|Please turn on SMTP Authentication in your mail client)/,
        specimen:
          '2026-11-24 23:49:37 H=(pc) [198.51.100.7] F=<alice@example.test> rejected RCPT <bob@elsewhere.example>: (pc) [198.51.100.7]:50111 is not permitted to relay through this server without authentication.',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '550 relay not permitted',
  },
  repair: {
    words: 'Make the client log in at 587 or 465; a machine that can’t is added to relay_from_hosts with its address.',
    commands: [
      'exim -bP hostlists | grep -A3 relay_from_hosts',
      'exim -bP domainlists | grep -A3 -E "local_domains|relay_to_domains"',
      'exim -bh 198.51.100.7   # what Exim says to a client at this address, and why',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
