import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/client-listed',
  kind: 'client',
  title: 'Exim refuses a client or its mail, since a block list names it',
  cause:
    'The ACL asks lists such as Spamhaus by DNS before it lets anybody in; some servers have a list of their own. Listed may be the client’s address, as those of providers’ customers are by policy, or a domain of the sender or the text. Users come from such addresses, and have to log in at a port whose ACL takes them first. An answer of 127.255.255.x means that the list does not serve this name server: then everybody is refused.',
  symptoms: {
    log: [
      {
        pattern:
          /rejected (?:RCPT|connection|MAIL|EHLO or HELO|after DATA)\b(?!.*(?:locally blacklisted|response to "|failed to expand)).*: .*(?:is in an? (?:RBL|black ?list)|(?:black|block)listed (?:at|in|by)|listed (?:at|in|by) \S+\.|spamhaus\.org|spamcop\.net|sorbs\.net|barracudacentral)/,
        specimen:
          '2026-11-24 23:49:37 H=(client) [198.51.100.7] F=<x@outside.example> rejected RCPT <alice@example.test>: JunkMail rejected - (client) [198.51.100.7] is in an RBL, see https://www.spamhaus.org/query/ip/198.51.100.7',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 … is in an RBL',
  },
  repair: {
    words: 'Let users log in at 587 or 465, and accept authenticated = * before the lists.',
    commands: [
      'host 7.100.51.198.zen.spamhaus.org   # 127.255.255.x: the list refuses this name server',
      'exim -bh 198.51.100.7',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html'],
};
