import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/lmtp-breaks-off',
  kind: 'fault',
  title: 'the mailbox server is silent or hangs up while Exim talks LMTP with it',
  cause:
    'The LMTP service was reached and then did not answer in time, closed, or answered with what is no LMTP. It crashes, waits for a lock, a database or a full disk; or at that socket another protocol is spoken. Exim tries again.',
  symptoms: {
    log: [
      {
        pattern: /LMTP (?:timeout|connection closed) after |Malformed LMTP response after /,
        specimen:
          '2026-11-24 23:49:37 1vNZ2k-000123-AB == alice@example.test R=dovecot T=dovecot_lmtp defer (-18): LMTP connection closed after RCPT TO:<alice@example.test>',
        strength: 'names',
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Read the log of the mailbox server at that time.',
    commands: [
      'journalctl -u dovecot | grep lmtp | tail',
      'exim -bP transport dovecot_lmtp | grep -E "socket|command|timeout"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_lmtp_transport.html'],
};
