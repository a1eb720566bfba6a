import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'services/mailman-list-unknown',
  kind: 'fault',
  title: 'Postfix hands Mailman mail for an address that is no list there',
  cause:
    'Mailman’s LMTP server says “mailbox unavailable” of every address that is no list of that domain. Most often the list’s domain in Mailman is another than that of the mail, or the tables of lists are old. It takes no subscribers and no users.',
  symptoms: {
    log: [
      {
        pattern:
          /said: 550 Requested action not taken: mailbox unavailable \(in reply to RCPT TO|relay=\S+:8024, .*said: 550 /,
        specimen:
          'postfix/lmtp[12]: 4XyZab1234: to=<list@lists.example.test>, relay=127.0.0.1[127.0.0.1]:8024, delay=0.1, delays=0.1/0/0/0, dsn=5.0.0, status=bounced (host 127.0.0.1[127.0.0.1] said: 550 Requested action not taken: mailbox unavailable (in reply to RCPT TO command))',
        strength: 'suggests',
        program: /lmtp$/,
      },
    ],
    facts: [],
    client: 'A bounce: 550 Requested action not taken: mailbox unavailable',
  },
  repair: {
    words: 'Compare the list’s address with the mail’s, and make the tables anew.',
    commands: [
      'mailman3 lists -d lists.example.test',
      'mailman3 aliases',
      'grep list@ /var/lib/mailman3/data/postfix_lmtp; postconf transport_maps relay_domains',
    ],
  },
  unreproduced: 'Our images have no Mailman.',
  versions: {},
  noticedBy: [],
  references: ['https://docs.mailman3.org/projects/mailman/en/latest/src/mailman/docs/mta.html#postfix'],
};
