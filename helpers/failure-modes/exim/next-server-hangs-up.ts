import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/next-server-hangs-up',
  kind: 'fault',
  title: 'the next server answers Exim, and hangs up in the middle of the conversation',
  cause:
    'The next server has greeted, and ends the connection without a reply: it does not like the name that Exim greets with, its TLS or its certificate, what Exim’s address is known for, or the mail itself; or a firewall between them has cut the connection. What it was, only the next server’s log tells; whether it happens without TLS too shows how far it went.',
  symptoms: {
    log: [
      {
        pattern:
          /Remote host closed connection in response to (?!initial connection)(?:pipelined )?(?:EHLO|HELO|STARTTLS|AUTH|MAIL|RCPT|DATA|end of data|sending data block|\S+)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-18) H=mx.elsewhere.example [192.0.2.30]: Remote host closed connection in response to EHLO mail.example.test',
        strength: 'names',
      },
      {
        pattern: /smtp send to \S+ \[[^\]]+\] failed: (?:Broken pipe|Connection reset by peer)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=dnslookup T=remote_smtp defer (-1): smtp send to mx.elsewhere.example [192.0.2.9] failed: Broken pipe',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'Try it by hand with the same name, with TLS and without; renew a certificate that has run out; leave TLS out for one such server by hosts_avoid_tls.',
    commands: [
      'exim -bP primary_hostname; exim -bP transport remote_smtp | grep -E "helo_data|hosts_avoid_tls|tls_certificate"',
      'openssl s_client -starttls smtp -connect mx.elsewhere.example:25 -name mail.example.test',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html',
    'RFC 5321 section 3.8',
  ],
};
