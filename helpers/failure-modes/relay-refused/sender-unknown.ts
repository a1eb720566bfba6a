import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'relay-refused/sender-unknown',
  kind: 'client',
  title: 'the sender is an address of the server’s own that does not exist',
  cause:
    'smtpd_reject_unlisted_sender = yes, or reject_unlisted_sender in a list: senders in the server’s own domains have to be mailboxes or aliases. Web applications send as noreply@, which is neither.',
  symptoms: {
    log: [
      {
        pattern:
          /^\w+: reject: [A-Z]+ from \S+: [45]\d\d (?:[45]\.\d+\.\d+ )?<[^>]+>: Sender address rejected: User unknown(?: in |;)/,
        specimen:
          'postfix/smtpd[3]: NOQUEUE: reject: RCPT from client.outside.example[198.51.100.7]: 550 5.1.0 <noreply@example.test>: Sender address rejected: User unknown in virtual mailbox table; from=<noreply@example.test> to=<x@elsewhere.example> proto=ESMTP helo=<client>',
        strength: 'names',
        program: /smtpd$/,
      },
    ],
    facts: [],
    client: '550 5.1.0 <noreply@example.test>: Sender address rejected: User unknown in virtual mailbox table',
  },
  repair: {
    words: 'Make an alias for it, or send as an address that exists.',
    commands: ['postmap -q noreply@example.test "$(postconf -h virtual_alias_maps)"'],
  },
  unreproduced: 'Not tried in a container yet: the lines are those of the programs’ sources.',
  versions: {},
  noticedBy: [],
  references: ['https://www.postfix.org/postconf.5.html#smtpd_reject_unlisted_sender'],
};
