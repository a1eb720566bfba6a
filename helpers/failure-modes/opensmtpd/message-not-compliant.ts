import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'opensmtpd/message-not-compliant',
  kind: 'client',
  title: 'OpenSMTPD refuses a mail or a command for its form: a header that is none, or a line that is too long',
  cause:
    'A line of the header has no colon, From is there twice or not at all, or the mail or a command has a line longer than allowed (the answer says Line too long). Programs that write mail by hand do so; mail from another server is refused as well.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?!.*(?: said: |SMTP error from remote| stat=|reply=)).*Message is not RFC (?:2822|5322) compliant|(?:result="|=> )500 (?:5\.\d\.\d )?(?:\S+ )?(?:Line too long|Command line too long)/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 smtp failed-command command="DATA" result="550 5.7.1 Delivery not authorized, message refused: Message is not RFC 2822 compliant"',
        strength: 'names',
      },
    ],
    facts: [],
    client: '550 5.7.1 Delivery not authorized, message refused: Message is not RFC 2822 compliant',
  },
  repair: {
    words: 'Write the header with a library: one From, one Date, an empty line behind it; break long lines.',
    commands: [],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 5322 section 3.6', 'https://man.openbsd.org/smtpd.8'],
};
