import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/utf8-not-offered',
  kind: 'fault',
  title: 'an address or header has letters beyond ASCII, and the other side does not take them',
  cause:
    'Such addresses need SMTPUTF8 on both sides. The next server does not offer it, or a client uses it without having been offered it: smtputf8_advertise_hosts decides about that.',
  symptoms: {
    log: [
      {
        pattern: /utf8 support required but not offered for forwarding|SMTPUTF8 used when not advertised/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB ** bob@elsewhere.example R=dnslookup T=remote_smtp H=mx.elsewhere.example [192.0.2.9]: utf8 support required but not offered for forwarding',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'A bounce, or 503 SMTPUTF8 used when not advertised',
  },
  repair: {
    words: 'Use an address in ASCII; let Exim write domains in ASCII with utf8_downconvert.',
    commands: ['exim -bP smtputf8_advertise_hosts', 'exim -bP transport remote_smtp | grep utf8_downconvert'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-internationalisation.html', 'RFC 6531'],
};
