import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'delivery/lmtp-socket-of-postfix',
  kind: 'fault',
  title: 'mail is handed to Postfix’s own service lmtp, as if it were Dovecot',
  cause:
    'private/lmtp is the socket of the line `lmtp unix … lmtp` in master.cf: of Postfix’s client, which never greets. Dovecot’s must have another name, such as private/dovecot-lmtp; where both have the same, one has taken it from the other.',
  symptoms: {
    log: [
      {
        pattern:
          /relay=\S*\[(?:\S*\/)?private\/(?:lmtp|smtp|relay|local|virtual)\], .*status=deferred \(conversation with \S+ timed out while receiving the initial server greeting\)/,
        specimen:
          'postfix/lmtp[238]: 87F043F2BE: to=<alice@example.test>, relay=mail.example.test[private/lmtp], delay=301, delays=0.02/0/300/0, dsn=4.4.2, status=deferred (conversation with mail.example.test[private/lmtp] timed out while receiving the initial server greeting)',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and stays in the queue.',
  },
  repair: {
    words: 'Let Dovecot listen elsewhere, and name that socket.',
    commands: [
      'postconf -n | grep lmtp:unix',
      'doveconf -n service lmtp',
      'postconf -e virtual_transport=lmtp:unix:private/dovecot-lmtp',
      'systemctl restart dovecot postfix; postqueue -f',
    ],
  },
  unreproduced: 'Its line is that of a public report; not tried in a container yet.',
  versions: {},
  noticedBy: [],
  references: ['https://doc.dovecot.org/2.3/configuration_manual/howto/postfix_dovecot_lmtp/'],
};
