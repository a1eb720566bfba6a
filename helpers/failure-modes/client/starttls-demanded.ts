import type { FailureMode } from '../../model/failure-mode';
import { clientGets, curlMailFails } from './shared/client-words';

export const mode: FailureMode = {
  id: 'client/starttls-demanded',
  kind: 'client',
  title: 'the server wants STARTTLS first, and a client does not say it',
  cause:
    'TLS is switched off in the program, or it takes 587 for a port without it. Providers take neither login nor mail in clear.',
  symptoms: {
    log: [
      // SES; Exchange; others than Postfix and Gmail.
      clientGets(
        /(?:530|451|554)[ -](?:5\.7\.\d+ )?(?:(?<!5\.7\.0 )Must issue a STARTTLS command first|STARTTLS is required|STARTTLS required|Must use (?:TLS|STARTTLS)|.*[Ss]ession encryption is required|TLS (?:is )?required)/,
        'Error: Mail command failed: 530 Must issue a STARTTLS command first',
      ),
      {
        // Perl’s Net::SMTP, which keeps the code apart from the words.
        pattern: /^[^[\]]*: 5\.7\.\d+ (?:Must issue a STARTTLS command first|STARTTLS is required)/,
        specimen: 'Failed to send mail (from): 5.7.3 STARTTLS is required to send mail',
        strength: 'names',
        alternative: true,
      },
      curlMailFails,
      {
        // dma.
        pattern: /remote delivery (?:deferred|failed): \S+ \[\S+\] failed after \w+(?: \w+)?: 530 .*STARTTLS/,
        specimen:
          'dma[1a2b]: remote delivery deferred: mail.example.test [203.0.113.7] failed after MAIL FROM: 530 5.7.0 Must issue a STARTTLS command first',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /(?:538|523|524|400|540|503|550)[ -](?:[45]\.\d\.\d+ )?(?:Error: Must issue a STARTTLS|STARTTLS is required first|TLS is required|TLS conversation required|AUTH \S+ requires an encrypted channel|You feel vulnerable|Command refused due to lack of security)/,
        '538 Error: Must issue a STARTTLS command first',
      ),
      {
        // QQ.
        pattern: /530[ -]Login fail\. A secure connection is requi|A secure connection is requiered/,
        specimen:
          '530 Login fail. A secure connection is requiered(such as ssl). More information at http://service.mail.qq.com/cgi-bin/help?id=28',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /45[01][ -]5\.7\.\d STARTTLS is required to send mail/,
        'SMTPSendFailedException: 451 5.7.3 STARTTLS is required to send mail',
      ),
    ],
    facts: [],
    client: '530 Must issue a STARTTLS command first',
  },
  repair: {
    words:
      'Switch STARTTLS on in the program with 587, or use 465 with SSL/TLS. Nodemailer: requireTLS; Alertmanager: smtp_require_tls.',
    commands: ['openssl s_client -starttls smtp -connect mail.example.test:587'],
  },
  unreproduced: 'Its lines are those of clients; auth-not-offered/starttls-required is the same at Postfix.',
  versions: {},
  noticedBy: [],
  references: ['RFC 3207 section 4', 'RFC 8314 section 3'],
};
