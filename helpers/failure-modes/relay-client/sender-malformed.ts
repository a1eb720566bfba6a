import type { FailureMode } from '../../model/failure-mode';
import { invalidSenderAtAmazon } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/sender-malformed',
  kind: 'fault',
  title: 'the next server takes the sender for no address',
  cause:
    'The envelope sender has no domain (a user of the machine, with append_at_myorigin or myorigin not set), an underscore or a blank in its domain, or quotes around. Programs that call sendmail take the user’s name.',
  symptoms: {
    log: [
      {
        pattern:
          / said: (?:501|553|555)[ -](?!.*[Rr]ecipient address)(?:.*(?:is not a valid\b.{0,20}\bRFC-5321|[Bb]ad sender address syntax)|(?!.*\(in reply to (?!MAIL FROM)).*(?:Syntax: MAIL FROM|5\.5\.2 Syntax error|[Ss]yntax error in (?:mailbox|MAIL)))/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 553 5.1.7 The sender address <www-data> is not a valid RFC-5321 address. x - gsmtp (in reply to MAIL FROM command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
      },
      invalidSenderAtAmazon,
    ],
    facts: [],
    client: 'A bounce',
  },
  repair: {
    words: 'Give the program a sender with a domain; let Postfix complete or rewrite what has none.',
    commands: [
      'postconf myorigin append_at_myorigin append_dot_mydomain sender_canonical_maps smtp_generic_maps',
      'postqueue -p | head',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/ADDRESS_REWRITING_README.html', 'RFC 5321 section 4.1.2'],
};
