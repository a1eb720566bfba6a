import type { FailureMode } from '../../model/failure-mode';
import { smtpdProgram } from '../../postfix/log-lines';

export const mode: FailureMode = {
  id: 'limits/sending-quota-of-policy',
  kind: 'client',
  title: 'a policy service limits how much a sender may send, and this one has sent that much',
  cause:
    'iRedAPD’s throttle, policyd and their like count mails, recipients and bytes of a user or an address, and refuse what goes beyond for a while. It is as somebody has set it; a program that sends far more than usual, or an account that somebody else uses, runs into it as well. No mailbox is full.',
  symptoms: {
    log: [
      {
        pattern:
          /: reject: RCPT from \S+: .*rejected: (?:Quota exceeded \((?:size of single mail message|number of mails in total|accumulated message size)\)|Policy [Rr]ejection- Quota exceeded)/,
        specimen:
          'postfix/submission/smtpd[9]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 554 5.7.1 <bob@example.com>: Recipient address rejected: Quota exceeded (number of mails in total); from=<alice@example.test> to=<bob@example.com> proto=ESMTP helo=<client>',
        strength: 'names',
        program: smtpdProgram,
      },
    ],
    facts: [],
    client: '554 5.7.1 <bob@example.com>: Recipient address rejected: Quota exceeded (number of mails in total)',
  },
  repair: {
    words: 'See who sends so much, and why; then raise the limit for this user.',
    commands: [
      'grep -rn throttle /opt/iredapd/settings.py',
      'grep -c sasl_username=alice@example.test /var/log/maillog   # Debian: /var/log/mail.log',
    ],
  },
  unreproduced: 'Our images have no such policy service.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.iredmail.org/throttle.html'],
};
