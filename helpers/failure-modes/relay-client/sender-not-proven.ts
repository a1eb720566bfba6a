import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';
import { addressNotOfSender } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/sender-not-proven',
  kind: 'fault',
  title: 'the next server does not find that SPF, DKIM or DMARC speak for the sender’s domain',
  cause:
    'The domain’s SPF record does not have this server’s address, there is no signature by DKIM or none that is valid, or DMARC asks that one of both fits the address in From. Google, Yahoo and Microsoft ask this of everybody. Forwarded mail keeps its sender and fails SPF: it needs SRS, or DKIM of the first server. With 4xx it may be that the records could not be looked up.',
  symptoms: {
    log: [
      smtp(
        /(?: said: | refused to talk to me: )[45]\d\d[ -].*(?:5\.7\.2[36]|unauthenticated mail(?!.*(?:SMTP AUTH|[Ll]og ?in|[Rr]elay))|(?:sender|email|message|mail|it) is unauthenticated|requires all senders to authenticate with (?:either )?SPF|SPF.*(?:fail|not (?:permit|allow|authori[sz]ed)|rejected|does not designate|check)|rejected due to SPF|DMARC|DKIM.*(?:fail|invalid|not pass)|did not pass authentication|does not have authentication information)/,
        delivery(
          'dsn=5.7.26, status=bounced (host smarthost.example.test[192.0.2.30] said: 550-5.7.26 Your email has been blocked because the sender is unauthenticated. (in reply to end of DATA command))',
        ),
        'names',
      ),
      addressNotOfSender,
      {
        pattern:
          /(?: said: | refused to talk to me: )5\d\d[ -].*(?:doesn't meet the required authentication level|\bspf check failed|SPF fail(?:ed|ure)\b(?!.*temporar))/,
        specimen:
          "postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.7.515 Access denied, sending domain example.test doesn't meet the required authentication level. (in reply to RCPT TO command))",
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce.',
  },
  repair: {
    words: 'Publish SPF with this server’s address, sign by DKIM, then DMARC; SRS for what is forwarded.',
    commands: [
      'dig +short example.test TXT _dmarc.example.test TXT mail._domainkey.example.test TXT',
      'systemctl status opendkim; postconf smtpd_milters non_smtpd_milters',
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://support.google.com/mail/answer/81126', 'RFC 7208', 'RFC 6376', 'RFC 7489'],
};
