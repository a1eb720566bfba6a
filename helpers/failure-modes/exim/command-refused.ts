import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/command-refused',
  kind: 'client',
  title: 'a client says to Exim what is no SMTP, or says it in the wrong order',
  cause:
    'A scanner or a browser speaks HTTP at the mail port, a program sends RCPT though MAIL was refused, logs in twice, or says no EHLO, above all no second one after STARTTLS. After smtp_max_unknown_commands commands that it does not know Exim hangs up. In the wrong order it is most often a refusal before that the client has passed over.',
  symptoms: {
    log: [
      {
        pattern:
          /SMTP (?:protocol|syntax) error in "(?!\\026).*(?:sender not yet given|sender already given|valid RCPT command must precede|unrecognized command|already authenticated|not permitted in mail transaction|unexpected argument data|only RSET accepted|only BDAT permissible|NUL character)|dropped: too many unrecognized commands/,
        specimen:
          '2026-11-24 23:49:37 SMTP syntax error in "GET / HTTP/1.1" H=client.outside.example [198.51.100.7] unrecognized command',
        strength: 'names',
      },
      {
        pattern: /rejected MAIL from .*: no HELO\/EHLO given|HELO or EHLO required/,
        specimen: '2026-11-24 23:49:37 rejected MAIL from client.outside.example [198.51.100.7]: no HELO/EHLO given',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '500 unrecognized command, or 503',
  },
  repair: {
    words: 'Nothing against scanners; for a program of one’s own, see the line before in the same session.',
    commands: ['exigrep 198.51.100.7 /var/log/exim4/mainlog | tail'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html'],
};
