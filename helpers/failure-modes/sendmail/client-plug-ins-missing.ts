import type { FailureMode } from '../../model/failure-mode';
import { quotedDemandForLogin } from '../client/shared/quoted-replies';

export const mode: FailureMode = {
  id: 'sendmail/client-plug-ins-missing',
  kind: 'fault',
  title: 'Sendmail has no mechanism in common with its smarthost',
  cause:
    'The smarthost offers AUTH, and Cyrus SASL on this machine has none of its mechanisms: PLAIN and LOGIN are a package of their own on many systems. A restriction in AuthOptions (p: no plain text without TLS) or an M: in authinfo that names another mechanism leaves none either.',
  symptoms: {
    log: [
      {
        pattern:
          /^(?:\w+: )?AUTH=client, (?:available mechanisms do not fulfill requirements|.*not (?:offered|available))/,
        specimen: 'sendmail[2211]: AUTH=client, available mechanisms do not fulfill requirements',
        strength: 'names',
      },
      {
        pattern: /AUTH=client, available mechanisms=.* do not fulfill requirements/,
        specimen:
          'sm-mta[12]: 4ATA00ab000012: AUTH=client, available mechanisms=PLAIN LOGIN do not fulfill requirements',
        strength: 'suggests',
        alternative: true,
      },
      {
        pattern: /AUTH=client, relay=.*temporary failure, connection abort/,
        specimen:
          'sm-mta[2571]: AUTH=client, relay=smtp.example.test [192.0.2.25], temporary failure, connection abort',
        strength: 'suggests',
        alternative: true,
      },
      quotedDemandForLogin,
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue or comes back.',
  },
  repair: {
    words: 'Install the plug-ins for PLAIN and LOGIN, and see what AuthOptions and authinfo leave.',
    commands: [
      'yum install cyrus-sasl-plain   # Debian: apt-get install libsasl2-modules',
      'grep -E "AuthOptions|AuthMechanisms" /etc/mail/sendmail.cf',
      'sendmail -qf -v',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.sendmail.org/~ca/email/auth.html', 'https://github.com/sendgrid/docs/issues/2328'],
};
