import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/process-crashes',
  kind: 'fault',
  title: 'a process of Exim’s ends before its time',
  cause:
    'It ends by a signal, or with an error, in the middle of a delivery. Signal 11 is a crash: a library of another version than it was built with, or a defect of this version, as with tainted data in some 4.94 and 4.95. 9 and 15 are sent by somebody: no memory was left, or the machine or the container was stopped. The mail stays, and is tried again or frozen.',
  symptoms: {
    log: [
      {
        pattern:
          /process \d+ crashed with signal \d+ while delivering|SIGSEGV \((?:maybe attempt|fault address|null pointer)|transport process returned non-zero status 0x|transport process vanished unexpectedly|redirection process \d+ vanished unexpectedly/,
        specimen:
          '2026-11-24 23:49:37 queue run: process 1234 crashed with signal 11 while delivering 1vNZ2k-000123-AB',
        strength: 'names',
      },
      {
        pattern: /Taint mismatch, \w+: /,
        specimen: '2026-11-24 23:49:37 Taint mismatch, Ustrcpy: parse_extract_address 743',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing: the mail is taken, and waits.',
  },
  repair: {
    words: 'Bring Exim and its libraries to the newest version; then see whether one mail or each does it.',
    commands: [
      'exim -bV | head -1',
      'exim -d -M 1vNZ2k-000123-AB 2>&1 | tail -30',
      'journalctl -k | grep -iE "exim|out of memory"',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_command_line.html'],
};
