import type { FailureMode } from '../../model/failure-mode';
import { noRouteLeft } from './shared/next-server';

export const mode: FailureMode = {
  id: 'opensmtpd/smarthost-refuses-login',
  kind: 'fault',
  title: 'OpenSMTPD’s login at its smarthost is refused, or it has none to give',
  cause:
    'The action relays with `auth <secrets>`, and the table has no line for the label before the @ of `relay host`, or what it ' +
    'has is wrong. Providers refuse also an account that is blocked or wants an app password: their answer says so. A login is given only inside TLS: smtp+tls:// or smtps://, not smtp://. Where `relay` is without a host, it is the recipient’s own server that wants one, for a domain that it does not have.',
  symptoms: {
    log: [
      {
        // mta_session.c: AUTH rejected: 535 …; Could not retrieve credentials; TLS required for authentication
        pattern:
          /^(?:[0-9a-f]{16} )?(?:mta error |smtp-out: Error on session [0-9a-f]+: |mta .*)(?:reason=)?"?(?:AUTH rejected(?!: 4)|Could not (?:retrieve|get) (?:credentials|secret)|.*[Cc]redentials .*not found)/,
        specimen:
          'smtpd[77]: 7d1f2e3c4b5a6978 mta error reason=AUTH rejected: 535 5.7.8 Authentication credentials invalid',
        strength: 'names',
        alternative: true,
      },
      {
        pattern:
          /^[0-9a-f]{16} mta delivery .*stat="?(?:530[ -]|550[ -]5\.7\.0 ).*[Aa]uthentication (?:is )?(?:[Rr]equired|needed)/,
        specimen:
          'smtpd[77]: 0000000000000000 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<x@elsewhere.example> rcpt=<-> source="-" relay="192.0.2.30 (smarthost.example.test)" delay=2s result="PermFail" stat="530 5.7.0 Authentication required"',
        strength: 'names',
        alternative: true,
      },
      {
        // A server of the recipient’s that does not know the domain says so too.
        pattern:
          /^[0-9a-f]{16} mta delivery .*stat="?(?:5[35]\d[ -].*[Rr]elay(?:ing)? (?:access )?denied|55\d[ -](?!5\.7\.0).*[Aa]uthentication (?:is )?(?:[Rr]equired|needed))/,
        specimen:
          'smtpd[77]: 0000000000000000 mta delivery evpid=8a7b6c5d4e3f2a1b from=<alice@example.test> to=<x@elsewhere.example> rcpt=<-> source="-" relay="192.0.2.30 (smarthost.example.test)" delay=2s result="PermFail" stat="554 5.7.1 <x@elsewhere.example>: Relay access denied"',
        strength: 'suggests',
      },
      noRouteLeft,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Put the label and the login into the table, and load it.',
    commands: [
      'grep -E \'action|secrets\' /etc/mail/smtpd.conf   # action "out" relay host smtp+tls://label@smarthost.example.test:587 auth <secrets>',
      "echo 'label alice:secret' >>/etc/mail/secrets; chmod 640 /etc/mail/secrets; chown root:_smtpd /etc/mail/secrets",
      'smtpctl update table secrets; smtpctl schedule all',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5', 'https://github.com/OpenSMTPD/OpenSMTPD/issues/65'],
};
