import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/message-not-compliant',
  kind: 'client',
  title: 'the next server refuses a message that breaks the form of messages',
  cause:
    'A program has written lines that are too long, a line end without a carriage return, no From or two of them, or headers that are too large. RFC 5322 allows 998 characters in a line, and one From.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!SASL authentication failed; server \S+)(?: said: | refused to talk to me: )5\d\d[ -].*(?:contains bare |line length|ines? too long|Header size exceeds|valid From header|missing a valid address in From|multiple addresses in From|From header is missing|multiple \w+ headers|5322 violation|not RFC ?5322|2822 violation|missing (?:the )?(?:From|Date|Message-ID) header)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 maximum allowed line length is 998 octets, got 2048 (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
      },
      {
        pattern: /(?: said: | refused to talk to me: )5\d\d[ -].*(?:contains NUL characters|CAT\.InvalidContent)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 554 5.6.0 Message contains NUL characters (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce',
  },
  repair: {
    words: 'Let the program encode its text (quoted-printable or base64), and set From and Date.',
    commands: ['postcat -q 87F043F2BE | awk "length > 998" | wc -l', 'postconf smtp_line_length_limit'],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5322 section 2.1.1', 'https://www.postfix.org/postconf.5.html#smtp_line_length_limit'],
};
