import type { FailureMode } from '../../model/failure-mode';
import { contentRejected } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/attachment-not-taken',
  kind: 'client',
  title: 'the next server has a rule against an attachment, or something else, in the mail',
  cause:
    'Servers refuse files that can carry programs, such as .exe, .js, .iso or macros, also inside archives, and archives that they can not open because they have a password. Postfix says `message content rejected` of whatever its header and body checks look for. Who sends it, and from where, does not matter.',
  symptoms: {
    log: [
      {
        pattern:
          /(?<!\[(?:127\.[\d.]+|::1)\](?::\d+)?) said: [45]\d\d[ -].*(?:\b(?:[Aa]ttachment|[Ff]ile|[Ee]xtension)s? (?:(?:type|name|extension)s? )?(?:\S+ )?(?:is |are |was |has been )?(?:[Bb]lack-?listed|blocked|banned|forbidden|not (?:allowed|permitted|accepted))|(?:[Bb]lack-?listed|blocked|banned|forbidden|disallowed|prohibited|illegal) (?:attachment|file(?:name)? )|\bBANNED: |5\.7\.0 This message was blocked because its content presents a potential)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.7.0, status=bounced (host mx.example.com[203.0.113.25] said: 552 5.7.0 Attachment type blacklisted (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay|error)$/,
      },
      contentRejected,
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Send a link to the file; if the mail has none, ask the recipient’s postmaster how to send it.',
    commands: [],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://support.google.com/mail/answer/6590', 'https://www.postfix.org/header_checks.5.html'],
};
