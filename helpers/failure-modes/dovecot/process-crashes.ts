import type { FailureMode } from '../../model/failure-mode';
import { rawBacktrace } from './shared/raw-backtrace';

export const mode: FailureMode = {
  id: 'dovecot/process-crashes',
  kind: 'fault',
  title: 'a process of Dovecot crashes or is killed',
  cause:
    'A check within the program failed, or it was killed: by a fault of its own, by files that it could not make sense of, or by libraries of another version. Signal 9 is sent by others: the kernel when memory runs out, systemd, or somebody. Only the session at hand is lost. That it comes again with one user’s mailbox speaks for damaged index files.',
  symptoms: {
    log: [
      {
        pattern: /Panic: file \S+: line \d+|service\((?!auth\b)\S+\): child \d+ killed with signal (?:6|11|7|4|9|31)\b/,
        specimen:
          'dovecot: imap(alice)<1><x>: Panic: file mail-index-util.c: line 37 (mail_index_uint32_to_offset): assertion failed: (offset < 0x40000000)',
        strength: 'names',
      },
      rawBacktrace,
    ],
    facts: [],
    client: 'IMAP: the connection is lost; at SMTP the mail waits.',
  },
  repair: {
    words: 'Rebuild the mailbox of the user; else bring Dovecot up to date, and report it with its backtrace.',
    commands: [
      "doveadm force-resync -u alice@example.test '*'",
      'dovecot --version',
      'journalctl -k | grep -i "killed process\\|segfault"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.dovecot.org/bugreport-mail/'],
};
