import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/authentication-warning',
  kind: 'noise',
  title: 'Sendmail notes who called it, or how a client greeted: no fault',
  cause:
    'Most often a program, such as a web server’s, called sendmail with -f. That is allowed; the header X-Authentication-Warning and this line only tell it. Users of the class t (trusted-users) are not noted. A client that said no HELO or another name than its own, and a Sendmail called with -C or -bs, are noted the same way.',
  symptoms: {
    log: [
      {
        pattern: /Authentication-Warning: /,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: Authentication-Warning: mail.example.test: www-data set sender to info@example.test using -f',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Nothing; or name the user in /etc/mail/trusted-users.',
    commands: ['echo www-data >>/etc/mail/trusted-users; systemctl restart sendmail'],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/freebsd/freebsd-src/blob/main/contrib/sendmail/cf/README'],
};
