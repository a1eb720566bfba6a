import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lmtp-socket-unreachable',
  kind: 'fault',
  title: 'Exim does not reach the LMTP socket of the mailbox server',
  cause:
    'The transport lmtp gives mail to Dovecot or Cyrus by a socket. The server does not run, its socket is elsewhere, it is closed for the user of the transport, also by SELinux or AppArmor, or the server takes no more connections (`Resource temporarily unavailable`).',
  symptoms: {
    log: [
      {
        pattern: /[Ff]ailed to connect to socket \S+ for \S+ transport/,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=dovecot T=dovecot_lmtp defer (13): Permission denied: Failed to connect to socket /run/dovecot/lmtp for dovecot_lmtp transport: Permission denied',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Name the socket that is there, and let the transport’s user in.',
    commands: [
      'ls -l /run/dovecot/lmtp',
      'exim -bP transport dovecot_lmtp | grep -E "socket|user"',
      'doveconf service lmtp   # unix_listener lmtp { mode = 0660 group = Debian-exim }',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_lmtp_transport.html'],
};
