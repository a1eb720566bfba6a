import type { FailureMode } from '../../model/failure-mode';
import { noRouteLeft } from './shared/next-server';

export const mode: FailureMode = {
  id: 'opensmtpd/smarthost-offers-no-login',
  kind: 'fault',
  title: 'the next server offers OpenSMTPD no TLS, or no login that it could use',
  cause:
    'The action is told to log in, and the other server offers no AUTH at that port, none before TLS, or only mechanisms that OpenSMTPD does not have: it knows PLAIN and LOGIN. Or TLS is demanded and not offered. Mail waits.',
  symptoms: {
    log: [
      {
        pattern:
          /(?:mta error reason=|smtp-out: Error on session [0-9a-f]+: )(?:AUTH not advertised|no supported AUTH method|Refuse to AUTH over (?:in|un)secure channel|TLS required but not supported by remote host)/,
        specimen: 'smtpd[53]: 4842dd1772b7c675 mta error reason=AUTH not advertised',
        strength: 'names',
      },
      {
        pattern: /Credentials too large|No auth table for relaying/,
        specimen:
          'smtpd[53]: 4842dd1772b7c675 mta delivery evpid=f9293a5cb336a379 from=<alice@example.test> to=<bob@outside.example> rcpt=<-> source="-" relay="smtp.example.test" delay=1s result="TempFail" stat="No auth table for relaying"',
        strength: 'suggests',
        alternative: true,
      },
      noRouteLeft,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Name the port for users, with TLS: smtp+tls://label@host:587 or smtps://label@host:465.',
    commands: [
      "grep -n 'relay host' /etc/smtpd.conf",
      'openssl s_client -starttls smtp -connect smarthost.example.test:587',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://man.openbsd.org/smtpd.conf.5'],
};
