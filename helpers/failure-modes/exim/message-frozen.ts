import type { FailureMode } from '../../model/failure-mode';

export const mode: FailureMode = {
  id: 'exim/message-frozen',
  kind: 'fault',
  follows: true,
  title: 'a mail in Exim’s queue is frozen',
  cause:
    'Exim freezes a bounce that can’t be delivered either, a mail that a filter or an administrator wants frozen, and one whose delivery shows a fault of this server, such as a way back to itself or a mailbox of the wrong kind; each run of the queue says so. Most are bounces to forged senders of spam: harmless, unless a real sender waits. Why the mail could not be delivered is in its earlier lines.',
  symptoms: {
    log: [
      {
        pattern:
          /Message is frozen|Frozen \(delivery error message\)|cancelled by timeout_frozen_after|delivery cancelled; message timed out/,
        specimen: '2026-11-24 23:49:37 1vNZ2k-000123-AB Message is frozen',
        strength: 'names',
      },
      {
        pattern: /Message \w{6}-\w{6,11}-\w{2,4} (?:has been frozen|was frozen on arrival)|Message frozen on arrival/,
        specimen: 'Message 1vNZ2k-000123-AB has been frozen (delivery error message).',
        strength: 'names',
        alternative: true,
      },
      {
        pattern: /\b\w{6}-\w{6,11}-\w{2,4} Frozen(?: |$)/,
        specimen: '2026-11-24 23:49:37 1cO4nW-0000WM-Th Frozen',
        strength: 'names',
        alternative: true,
      },
    ],
    facts: [],
    client: 'Nothing.',
  },
  repair: {
    words: 'See what it is; thaw it once the cause is mended, or remove it.',
    commands: [
      'exim -bpr | grep frozen',
      'exim -Mvl 1vNZ2k-000123-AB; exim -Mvh 1vNZ2k-000123-AB',
      'exim -Mt 1vNZ2k-000123-AB; exim -M 1vNZ2k-000123-AB   # thaw, and try',
      'exim -Mrm 1vNZ2k-000123-AB   # remove',
    ],
  },
  unreproduced: 'Its lines are those of the server’s source and of public reports; reproduce breaks only Postfix.',
  versions: {},
  noticedBy: [],
  references: ['https://www.exim.org/exim-html-current/doc/html/spec_html/ch-the_exim_command_line.html'],
};
