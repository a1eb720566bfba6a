import type { FailureMode } from '../../model/failure-mode';
import { delivery, smtp } from './shared/smarthost';
import { contentRejected } from './shared/unexplained-replies';

export const mode: FailureMode = {
  id: 'relay-client/taken-for-spam',
  kind: 'client',
  title: 'the next server takes a mail for spam, or its sender for one who sends too much of it',
  cause:
    'The mail was offered as it should be, and what is in it, or how much came from this address lately, was not liked. New addresses have to send little at first.',
  symptoms: {
    log: [
      smtp(
        // A filter on the machine itself is no next server, and in a greeting it is the address that is meant.
        /(?<!\[(?:127\.[\d.]+|::1)\](?::\d+)?)(?: said: | refused to talk to me: (?!.*for spam))[45]\d\d[ -](?!.*(?:SPF|DKIM|DMARC|reputation of (?:the|a|your) |block list|is (?:currently )?blocked by|[Bb]locked using|PTR)).*(?:[Ss]pam (?:message|content|detected|score|rejected)|(?:as|be|is|for|likely|considered|suspected) (?:suspicious|unsolicited|spam|SPAM)|unsolicited|unusual rate|[Hh]igh probability of spam|[Cc]ontent (?:rejected.*[Ss]pam|filter(?!.*(?:unavailable|[Tt]ime|[Ee]rror|fail|unable)))|rejected (?:due to|because of) (?:its )?content|detected as spam|[Rr]ejected by SpamAssassin|5\.7\.28|unusual amount|(?:unexpected volume or|due to) user complaints)/,
        delivery(
          'dsn=4.7.28, status=deferred (host smarthost.example.test[192.0.2.30] said: 421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address. (in reply to end of DATA command))',
        ),
        'names',
      ),
      contentRejected,
      {
        pattern:
          /(?<!\[(?:127\.[\d.]+|::1)\](?::\d+)?)(?: said: | refused to talk to me: )[45]\d\d[ -].*(?:Spam Detected|Internet community may consider spam|currently blocked by .{1,40}anti-spam)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.7.1 Spam Detected - Mail Rejected. (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
      {
        pattern:
          /(?<!\[(?:127\.[\d.]+|::1)\](?::\d+)?)(?: said: | refused to talk to me: )5\d\d[ -].*(?:contains spam or virus|[Dd]etected as [Ss]pam by spam filters|[Ee]mail detected as [Ss]pam)/,
        specimen:
          'postfix/smtp[9]: 87F043F2BE: to=<bob@example.com>, relay=mx.example.com[203.0.113.25]:25, delay=1, delays=0.1/0.02/0.5/0.4, dsn=5.0.0, status=bounced (host mx.example.com[203.0.113.25] said: 550 5.7.1 Email cannot be delivered. Reason: Email detected as Spam by spam filters. (in reply to end of DATA command))',
        strength: 'names',
        program: /^\S+\/(?:smtp|relay)$/,
        alternative: true,
      },
    ],
    facts: [],
    client: 'A bounce; or nothing, and the mail waits.',
  },
  repair: {
    words: 'Read the address that the reply names; send less at a time, and see who sends what.',
    commands: [
      'mailq | tail -1; pflogsumm /var/log/mail.log | head -60',
      "postconf -e 'smtp_destination_rate_delay = 1s'",
    ],
  },
  unreproduced: 'It is the answer of another’s server, outside the closed world of the tests.',
  versions: {},
  noticedBy: [],
  references: ['https://support.google.com/mail/answer/81126', 'https://postmaster.google.com'],
};
