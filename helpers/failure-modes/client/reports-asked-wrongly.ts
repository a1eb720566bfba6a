import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/reports-asked-wrongly',
  kind: 'client',
  title: 'a client asks for reports of the delivery in a form that the server does not take',
  cause:
    'NOTIFY and ORCPT at RCPT, RET and ENVID at MAIL (DSN) have values that RFC 3461 does not have: an empty NOTIFY, NEVER beside others, an ORCPT without its type, or a server that passes on what it got and changes it. The recipient or the sender is refused, whoever it is.',
  symptoms: {
    log: [
      clientGets(
        /501[ -](?:5\.5\.4 )?(?:Error: )?(?:Bad (?:NOTIFY|ORCPT|RET|ENVID) parameter syntax|Bad argument to NOTIFY|ORCPT parameter syntax|Syntax error in (?:NOTIFY|ORCPT|RET|ENVID))/i,
        '501 5.5.4 Error: Bad NOTIFY parameter syntax',
      ),
      {
        pattern:
          /(?:said: |stat=|: )501[ -](?:5\.5\.4 )?(?:Error: )?(?:Bad (?:NOTIFY|ORCPT|RET|ENVID) parameter syntax|Bad argument to NOTIFY)/,
        specimen:
          'postfix/smtp[9]: 4QT1: to=<bob@example.com>, relay=mx.example.com[192.0.2.30]:25, delay=1, delays=0/0/1/0, dsn=5.5.4, status=bounced (host mx.example.com[192.0.2.30] said: 501 5.5.4 Error: Bad NOTIFY parameter syntax (in reply to RCPT TO command))',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: '501 5.5.4 Error: Bad NOTIFY parameter syntax',
  },
  repair: {
    words:
      'In the client: ask for no reports, or renew its library. Postfix can leave DSN out of what it announces, to some or to all.',
    commands: [
      'postconf -e "smtpd_discard_ehlo_keywords = dsn, silent-discard"',
      'postconf smtp_discard_ehlo_keywords smtpd_discard_ehlo_keywords',
    ],
  },
  unreproduced: 'Its lines are those of clients; reproduce breaks the server.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3461 section 4', 'https://www.postfix.org/DSN_README.html'],
};
