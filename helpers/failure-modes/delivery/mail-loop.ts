import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/mail-loop',
  kind: 'fault',
  title: 'a mail goes round between servers or addresses until it is refused',
  cause:
    'Each server adds a Received: line, and hopcount_limit (50) ends it; locally a Delivered-To: line tells that an address has had the mail already. Two servers each take the other for the one with the mailbox, an address forwards to one that forwards back, or a catch-all takes the bounce. From MTA 127.0.0.1:10025: mail comes back from the content filter and is sent to it again, as the service at 10025 lacks -o content_filter=. A delivered mail that is fetched or resent as it is has such a Delivered-To: line, too.',
  symptoms: {
    log: [
      {
        pattern: /message rejected: hopcount exceeded/,
        specimen: 'postfix/cleanup[97]: warning: 4Q1ABCD0: message rejected: hopcount exceeded',
        strength: 'names',
      },
      {
        pattern: /status=bounced \(mail forwarding loop for /,
        specimen:
          'postfix/local[97]: 4Q1ABCD0: to=<alice@example.test>, relay=local, delay=0.1, delays=0.1/0/0/0, dsn=5.4.6, status=bounced (mail forwarding loop for alice@example.test)',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /(?:said: |[^\d]|^)[45]54[ -](?:5\.4\.(?:0|6|14) )?(?:Error: |\S* ?)?(?:too many hops|Too many hops|Hop count exceeded|hop count exceeded|Message (?:is )?looping|mail loop detected)/,
        specimen:
          'postfix/smtp[961]: 2437A1A3CC0: to=<x@elsewhere.example>, relay=mx.elsewhere.example[192.0.2.30]:25, delay=0.12, delays=0.01/0.03/0.08/0, dsn=5.4.0, status=bounced (host mx.elsewhere.example[192.0.2.30] said: 554 5.4.0 Error: too many hops (in reply to end of DATA command))',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce: 5.4.6 or 5.4.0, too many hops.',
  },
  repair: {
    words:
      'Read the Received: lines of the bounce, and see which two pass it on; name the domain where its mailboxes are, and nowhere else. Behind a content filter set -o content_filter= for the service that takes the mail back.',
    commands: [
      'postcat -qh 4Q1ABCD0 | grep -i "^received"',
      'postmap -q alice@example.test hash:/etc/postfix/virtual',
      'postconf mydestination relay_domains transport_maps',
      'postconf content_filter; postconf -P | grep content_filter   # is it empty for 127.0.0.1:10025/inet?',
    ],
  },
  reproduction: {
    inject: 'true',
    provoke: [
      {
        kind: 'run',
        script: `(for i in $(seq 60); do echo 'Received: by a.example'; done; printf 'Subject: x\\n\\nx\\n') | /usr/sbin/sendmail alice`,
      },
    ],
    repair: 'true',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#hopcount_limit', 'RFC 5321 section 6.3'],
};
