import type { FailureMode } from '../../model/failure-mode';
import { taken } from './shared/own-mailboxes';

export const mode: FailureMode = {
  id: 'delivery/smtp-asked-by-lmtp',
  kind: 'fault',
  title: 'Postfix speaks LMTP to a server that knows SMTP only',
  cause:
    'The transport begins with lmtp:, and what listens at that host and port (Exchange, Sendmail, another Postfix, mostly at port 25) takes EHLO and no LHLO. relayhost takes smtp by itself; mailbox_transport, virtual_transport and transport_maps take what is written.',
  symptoms: {
    log: [
      {
        pattern:
          /refused to talk to me: 50[0-3][ -](?:.*[Cc]ommand.*\bLHLO\b|(?:5\.\d\.\d )?Error: command not recognized)/,
        specimen:
          "postfix/lmtp[9]: 87F043F2BE: to=<alice@example.test>, relay=mail.example.test[192.0.2.3]:25, delay=1, delays=0/0/1/0, dsn=5.3.3, status=deferred (host mail.example.test[192.0.2.3] refused to talk to me: 500 5.3.3 Unrecognized command 'LHLO')",
        strength: 'names',
        program: /\/lmtp$/,
      },
    ],
    facts: [],
    client: taken,
  },
  repair: {
    words: 'Name the transport smtp or relay, or the port on which that server speaks LMTP.',
    commands: [
      'postconf -n | grep -i lmtp:',
      'nc mail.example.test 25   # the greeting: ESMTP or LMTP',
      "postconf -e 'virtual_transport = smtp:[mail.example.test]:25'   # or mailbox_transport",
      'systemctl reload postfix; postqueue -f',
    ],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['RFC 2033', 'https://www.postfix.org/lmtp.8.html'],
};
