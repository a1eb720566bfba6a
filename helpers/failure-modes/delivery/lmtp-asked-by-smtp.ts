import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/lmtp-asked-by-smtp',
  kind: 'fault',
  title: 'Postfix speaks SMTP to a server that does not know EHLO: mostly it speaks LMTP',
  cause:
    'A port for LMTP, such as Dovecot’s 24 or 2525, takes LHLO and no EHLO: it answers 500 or 502, unknown command. relayhost and smtp: speak SMTP; for LMTP the transport begins with lmtp:. Where the answer has nothing of LHLO, it may also be a firewall or filter in between that changes commands.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:refused to talk to me: (?:500|502|503) (?:5\.5\.[12] )?(?:Unknown command|Command unrecognized(?!: .?LHLO)|(?!.*command.*LHLO).*\bLHLO\b)|said: (?:500|502|503) (?:5\.5\.[12] )?(?:Unknown command|.*\bLHLO\b).* \(in reply to (?:EHLO|HELO) command\))/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=mx.elsewhere.example[192.0.2.30]:25, delay=0.12, delays=0.01/0.03/0.08/0, dsn=5.5.1, status=bounced (host mail.example.test[192.0.2.30] refused to talk to me: 500 5.5.1 Unknown command)',
        strength: 'names',
        program: /\/(?:smtp|relay)$/,
      },
    ],
    facts: [],
    client: 'A bounce: 500 5.5.1 Unknown command',
  },
  repair: {
    words: 'Name the transport lmtp.',
    commands: [
      'nc mail.example.test 24   # the greeting; then LHLO x',
      "postconf -e 'mailbox_transport = lmtp:inet:mail.example.test:24'   # or virtual_transport, relay_transport",
      'systemctl reload postfix',
      'postqueue -f',
    ],
  },
  unreproduced: 'The reference images hand over by a socket.',
  versions: {},
  noticedBy: [],
  references: [
    'RFC 2033',
    'https://www.postfix.org/lmtp.8.html',
    'https://doc.dovecot.org/latest/core/config/delivery/lmtp.html',
  ],
};
