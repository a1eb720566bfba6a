import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/next-server-speaks-wrong',
  kind: 'fault',
  title: 'the next server answers Exim with what is no SMTP',
  cause:
    'A reply begins with three digits. What came was empty or another protocol: the port is one of TLS from the beginning, of HTTP or of LMTP, a proxy or a firewall answers in the server’s place, or the server prints a warning of its own.',
  symptoms: {
    log: [
      {
        pattern: /Malformed SMTP reply (?:\(an empty line\) )?in response to /,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost T=remote_smtp_smarthost defer (-20) H=smarthost.example.test [192.0.2.30]: Malformed SMTP reply in response to initial connection: HTTP/1.1 400 Bad Request',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Talk to it by hand; correct host, port and protocol.',
    commands: [
      'nc smarthost.example.test 587',
      'openssl s_client -connect smarthost.example.test:465 -quiet',
      'exim -bP transport remote_smtp_smarthost | grep -E "port|protocol"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html',
    'RFC 5321 section 4.2',
  ],
};
