import type { FailureMode } from '../../model/failure-mode';
import { clientGets } from '../client/shared/client-words';
import { client } from './shared/connections';
import { parameterManual } from './shared/rate-limit';

export const mode: FailureMode = {
  id: 'limits/message-size',
  kind: 'client',
  title: 'a mail is larger than the server takes',
  cause:
    'The client says with MAIL how large its mail is, and that is more than message_size_limit, 10240000 bytes unless set. On its way a mail is a third larger than the files in it, for base64. Where the next server says so, it is that one’s limit.',
  symptoms: {
    log: [
      {
        pattern: /^\w+: reject: MAIL from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?Message size exceeds fixed limit; /,
        specimen: `postfix/submission/smtpd[2101]: NOQUEUE: reject: MAIL from ${client}: 552 5.3.4 Message size exceeds fixed limit; from=<alice@example.test> proto=ESMTP helo=<client.outside.example>`,
        strength: 'names',
      },
      {
        // Roundcube and Net_SMTP; SnappyMail; Exim.
        pattern:
          /Message size exceeds server limit|Message size \d+ bigger then max|552 Message size exceeds maximum permitted/,
        specimen: 'SMTP Error: Message size exceeds server limit (10 MB)',
        strength: 'names',
        alternative: true,
      },
      {
        // Thunderbird; Nodemailer.
        pattern: /exceeds the global size limit \(|Message size larger than allowed \d/,
        specimen: 'Error: Message size larger than allowed 10240000',
        strength: 'names',
        alternative: true,
      },
      {
        // The next server, while it takes the mail.
        pattern: / said: 552 5\.3\.4 Error: message file too big/,
        specimen:
          'postfix/smtp[9]: 4XyZab1234: to=<bob@example.org>, relay=mx.example.org[203.0.113.7]:25, delay=3, delays=1/0/0/2, dsn=5.3.4, status=bounced (host mx.example.org[203.0.113.7] said: 552 5.3.4 Error: message file too big (in reply to end of DATA command))',
        strength: 'names',
        alternative: true,
      },
      clientGets(
        /552[ -](?:5\.3\.4 )?(?:Error: message (?:size )?exceeds fixed maximum|Max message size exceeded|Message too large|size limit exceeded|Message size exceeds fixed maximum)/,
        '552 5.3.4 Max message size exceeded',
      ),
    ],
    facts: [],
    client: '552 5.3.4 Message size exceeds fixed limit',
  },
  repair: {
    words: 'Send less, or raise the limit; mailbox_size_limit must not be below it.',
    commands: ['postconf -e message_size_limit=52428800', 'systemctl reload postfix'],
  },
  reproduction: {
    inject: 'postconf -e message_size_limit=10000',
    provoke: [{ kind: 'lines', lines: ['MAIL FROM:<x@outside.example> SIZE=20000'] }],
    repair: 'postconf -e message_size_limit=20480000',
    toldBy: 'log',
  },
  versions: {},
  noticedBy: [],
  references: [parameterManual('message_size_limit'), 'https://www.rfc-editor.org/rfc/rfc1870'],
};
