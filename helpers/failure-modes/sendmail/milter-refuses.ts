import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/milter-refuses',
  kind: 'client',
  title: 'a milter refuses a mail, and Sendmail passes it on',
  cause:
    'The filter whose name is in the line has said so: a signature that fails, spam, a virus, a greylist. Why stands in its own log. Where it does not run, F=T or F=R in its line refuses for it, and a line before says that it was not reached. A temporary refusal is tried again by the sender.',
  symptoms: {
    log: [
      {
        pattern:
          /milter=\S+, (?:action=\w+, )?(?:reject|tempfail|discard)(?:=|$|,)|Milter: (?:data|to=|from=|helo=|connect).*, ?(?:reject|discard|tempfail)|Milter: reject, (?:data|sender|no)|Milter: \w+=.*, reject=[45]\d\d/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: milter=spamassassin, action=eom, reject=550 5.7.1 Blocked by SpamAssassin',
        strength: 'names',
        program: /^(?:sendmail|sm-\w+)$/,
      },
    ],
    facts: [],
    client: '550 5.7.1, with the filter’s words',
  },
  repair: {
    words: 'See in the log of that filter; spare your own users by a rule for those who have logged in.',
    commands: [
      'journalctl -u spamass-milter -u opendkim -u opendmarc -n 50',
      'grep -n INPUT_MAIL_FILTER /etc/mail/sendmail.mc',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
