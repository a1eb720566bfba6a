import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/next-server-silent',
  kind: 'fault',
  title: 'the next server takes Exim’s connection, and then answers nothing in time',
  cause:
    'The TCP connection stands, and no reply came within the transport’s command_timeout (5 minutes). Behind `after initial connection` there was no greeting: most often port 465 without protocol = smtps, where both sides wait for the other, else a server that greets slowly or has no process free, or a firewall or proxy that holds the connection. Behind a command, as `after RCPT TO`, the server there takes too long over it, or the way has broken off.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:H=\S+ \[[^\]]+\](?::\d+)?:? |^(?:\S+ )?)SMTP timeout (?:while connected to \S+ \[[^\]]+\] )?after (?:pipelined )?(?!sending data block|end of data)/,
        specimen:
          '2026-11-24 23:49:37 1tH0aB-0000000012-0001 H=smtp.example.com [203.0.113.20]: SMTP timeout after initial connection: Connection timed out',
        strength: 'names',
      },
      {
        pattern:
          /defer \(110\): Connection timed out(?: H=\S+ \[[^\]]+\](?::\d+)?)?: SMTP timeout (?:while connected to \S+ \[[^\]]+\] )?after (?:pipelined )?(?!sending data block|end of data)/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == bob@elsewhere.example R=smarthost T=remote_smtp_smarthost defer (110): Connection timed out H=smtp.provider.test [203.0.113.25]: SMTP timeout after initial connection',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words:
      'See whether a greeting comes without TLS, or after a handshake only; then set protocol = smtps for 465, or use 587. Where a greeting comes late, ask the other side.',
    commands: [
      'timeout 60 nc smarthost.example.test 465   # 220 should come; nothing does at a port for TLS',
      'openssl s_client -connect smarthost.example.test:465 -quiet </dev/null   # a greeting here: protocol = smtps',
      'exim -bP transport remote_smtp_smarthost | grep -E "^(port|protocol|command_timeout)"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_smtp_transport.html'],
};
