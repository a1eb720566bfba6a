import type { LogSign } from '../../../model/failure-mode';

/** Behind each panic, and behind an end for want of memory: the line before says which. */
export const rawBacktrace: LogSign = {
  pattern: /Error: Raw backtrace: /,
  specimen:
    'dovecot: imap(alice)<1><x>: Error: Raw backtrace: /usr/lib/dovecot/libdovecot.so.0(backtrace_append+0x42) [0x7f] -> /usr/lib/dovecot/libdovecot.so.0(default_fatal_handler+0) [0x7f]',
  strength: 'suggests',
  alternative: true,
};
