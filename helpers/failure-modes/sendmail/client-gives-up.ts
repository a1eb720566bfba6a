import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'sendmail/client-gives-up',
  kind: 'noise',
  title: 'a client of Sendmail leaves without having sent anything, or falls silent',
  cause:
    'It connected, said a greeting or tried to log in, and ended. A program whose login failed does so, most often with a ' +
    'mechanism that is offered and has no secrets behind it, such as CRAM-MD5; so do monitors and scanners.',
  symptoms: {
    log: [
      {
        pattern: /did not issue MAIL\/EXPN\/VRFY\/ETRN during connection to /,
        specimen:
          'sm-mta[41]: 6AT7FKbc000041: client.outside.example [198.51.100.7] did not issue MAIL/EXPN/VRFY/ETRN during connection to MSA',
        strength: 'names',
      },
      {
        pattern: /timeout waiting for input from .* during server cmd read/,
        specimen:
          'sm-mta[2571]: u8F1B2C3002571: timeout waiting for input from client.outside.example during server cmd read',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'What its own message says.',
  },
  repair: {
    words: 'Where it is a client of one’s own, see which mechanism it took, and offer only those that work.',
    commands: [
      'grep -E "AUTH failure|AUTH=server" /var/log/maillog | tail',
      'grep confAUTH_MECHANISMS /etc/mail/sendmail.mc',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://github.com/PHPMailer/PHPMailer/issues/1224'],
};
