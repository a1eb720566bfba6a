import type { FailureMode } from '../../model/failure-mode';
import { quotedDemandForLogin } from '../client/shared/quoted-replies';

export const mode: FailureMode = {
  id: 'sendmail/smarthost-wants-login',
  kind: 'fault',
  title: 'Sendmail hands mail to its smarthost without logging in',
  cause:
    'The smarthost wants a login, and Sendmail tries none: AuthInfo in its access table or authinfo has no entry for the name ' +
    'of the smarthost, was not made into a map, or names a mechanism that the two do not share; Sendmail built without SASL ' +
    'never logs in. Mail bounces.',
  symptoms: {
    log: [
      {
        pattern:
          /\bdsn=[45]\.\d+\.\d+, reply=(?!.*(?:[45]\.7\.26|SPF|DKIM|DMARC|sender is unauth))(?:(?:530|(?<=\bmailer=(?:relay|msp)\b.*)[45]\d\d)[ -].*(?:[Aa]uthentication (?:is )?(?:[Rr]equired|needed)|[Aa]uth required)|[45]\d\d[ -].*(?:[Cc]lient (?:(?:was|is) )?not authenticated|not authenticated to send))/,
        specimen:
          'sendmail[2211]: 6ASA00aa002211: to=<x@elsewhere.example>, delay=00:00:01, xdelay=00:00:01, mailer=relay, pri=120311, relay=smarthost.example.test [192.0.2.30], dsn=5.7.0, reply=530 5.7.0 Authentication required, stat=Service unavailable',
        strength: 'names',
      },
      {
        pattern: /AUTH=client, relay=.*authinfo failed|AUTH=client, error: can.t open /,
        specimen: 'sm-mta[12]: 4ATA00ab000012: AUTH=client, relay=smtp.example.com. [203.0.113.20], authinfo failed',
        strength: 'names',
        alternative: true,
      },
      quotedDemandForLogin,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and comes back later.',
  },
  repair: {
    words:
      'Enter the smarthost as it is called in SMART_HOST, with a mechanism that it offers and that is installed here, and make ' +
      'the map.',
    commands: [
      'sendmail -d0.1 -bt </dev/null | grep -o "SASLv2\\|STARTTLS"   # what it is built with',
      `echo 'AuthInfo:smarthost.example.test "U:alice" "P:secret" "M:PLAIN"' >>/etc/mail/authinfo; chmod 600 /etc/mail/authinfo`,
      'makemap hash /etc/mail/authinfo </etc/mail/authinfo',
      'sendmail -qf -v',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: [
    'https://www.sendmail.org/~ca/email/auth.html',
    'https://www.sendmail.org/~ca/email/doc8.12/op-sh-4.html',
  ],
};
