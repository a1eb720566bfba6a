import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-client/own-helo-refused',
  kind: 'fault',
  title: 'the next server does not take the name that this one says in EHLO',
  cause:
    'smtp_helo_name, or myhostname where that is not set, is localhost or localhost.localdomain, a bare word, a name of the internal network or of a container, or has no address in DNS: many servers take no mail from such a one. Google’s answer is “Try again later, closing connection. (EHLO)”, which waiting does not change; where the name is a real one, its limits for this address may be the reason. Or it is a name that the next server calls its own, or has in a list.',
  symptoms: {
    log: [
      {
        pattern:
          /(?: said: | refused to talk to me: )[45]\d\d[ -].*(?:Helo command rejected|nvalid HELO|HELO name |HELO\b.{0,40}(?:not resolve|does not exist|not (?:a )?valid)|HELO (?:is )?[Bb]lack-?listed)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 504 5.5.2 <localhost>: Helo command rejected: need fully-qualified hostname (in reply to RCPT TO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
      },
      {
        // Google.
        pattern: /refused to talk to me: 421[ -]4\.7\.0 Try again later, closing connection\. \(EHLO\)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: host smtp-relay.gmail.com[192.0.2.28] refused to talk to me: 421-4.7.0 Try again later, closing connection. (EHLO) 421-4.7.0 For more information, go to 421 4.7.0  https://support.google.com/a/answer/3221692 a640c23a62f3a-aa5998e0e2csm - gsmtp',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay|error)$/,
        alternative: true,
      },
      {
        pattern: /(?: said: | refused to talk to me: )5\d\d[ -].*5\.5\.4 Invalid domain name/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 501 5.5.4 Invalid domain name (in reply to EHLO command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce, or mail that waits',
  },
  repair: {
    words: 'Give the server a name that DNS leads to its address, and back.',
    commands: [
      'postconf myhostname smtp_helo_name; postconf -P | grep -E "helo_name|myhostname"   # what EHLO says',
      "postconf -e 'smtp_helo_name = mail.example.test'",
      'dig +short A mail.example.test; dig +short -x 192.0.2.1',
      'systemctl reload postfix',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtp_helo_name', 'RFC 5321 section 4.1.4'],
};
