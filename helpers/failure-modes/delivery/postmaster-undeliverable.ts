import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/postmaster-undeliverable',
  kind: 'fault',
  title: 'a notice to the postmaster can’t be delivered',
  cause:
    'Bounces that can’t be returned, and reports of trouble (notify_classes), go to postmaster, who is no user, has a full mailbox, or is forwarded to a server that refuses. The notice is thrown away, and what it tells of stays unseen.',
  symptoms: {
    log: [
      {
        pattern: /undeliverable postmaster notification discarded|postmaster notice failed while/,
        specimen: 'postfix/bounce[9]: warning: 4XyZab1234: undeliverable postmaster notification discarded',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'Let postmaster be somebody who reads it.',
    commands: [
      'postalias -q postmaster /etc/aliases',
      'postconf notify_classes bounce_notice_recipient 2bounce_notice_recipient',
      'echo "postmaster: alice" >>/etc/aliases; newaliases',
    ],
  },
  unreproduced: 'Its lines are those of Postfix’s source; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/bounce.8.html', 'RFC 5321 section 4.5.1'],
};
