import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/eight-bit-not-taken',
  kind: 'fault',
  title: 'the next server offers 8BITMIME, and can not pass such a mail on',
  cause:
    'Postfix sends the mail as it is because 8BITMIME is offered; behind that server stands one that wants 7 bits, as with old versions of Exchange, and the mail comes back.',
  symptoms: {
    log: [
      {
        pattern: /5\.6\.1 Body type not supported by Remote Host/,
        specimen: '554 5.6.1 Body type not supported by Remote Host',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce: 554 5.6.1 Body type not supported by Remote Host',
  },
  repair: {
    words: 'Let Postfix not see the offer; it then encodes the mail for 7 bits.',
    commands: ["postconf -e 'smtp_discard_ehlo_keywords = 8bitmime'", 'systemctl reload postfix'],
  },
  unreproduced: 'It takes such a server as next hop.',
  versions: {},
  noticedBy: [],
  references: ['RFC 6152', 'https://www.postfix.org/postconf.5.html#smtp_discard_ehlo_keywords'],
};
