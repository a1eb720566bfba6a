import type { Garbage, Reply } from '../model/answer';
import { decodeText } from './decode-text';

/** One answer taken from the front of what a server sent. */
export interface TakenAnswer {
  readonly answer: Reply | Garbage;
  /** Its lines as they came, without their line ends. */
  readonly wire: readonly string[];
  readonly rest: Buffer;
  /** That a limit was passed: where the next reply begins can no longer be told. */
  readonly beyondLimits: boolean;
}

/** Far above the 512 octets of a reply line (RFC 5321 section 4.5.3.1.5), far below what would hurt. */
export const replyLimits = { lineBytes: 8192, lines: 128 } as const;

/** Takes the first whole answer; nothing as long as it may still be unfinished. A bare LF ends a line too. */
export function takeAnswer(unread: Buffer): TakenAnswer | undefined {
  const wire: string[] = [];
  for (let start = 0; ; ) {
    const newline = unread.indexOf('\n', start);
    const end = newline === -1 ? unread.length : newline;
    if (end - start > replyLimits.lineBytes)
      return giveUp(wire, `a line is longer than ${replyLimits.lineBytes} bytes`);
    if (newline === -1) return undefined;
    wire.push(decodeText(unread.subarray(start, end)).replace(/\r$/, ''));
    start = newline + 1;
    if (isFinal(wire)) return { answer: parseReply(wire), wire, rest: unread.subarray(start), beyondLimits: false };
    if (wire.length === replyLimits.lines) return giveUp(wire, `no end of a reply within ${replyLimits.lines} lines`);
  }
}

/**
 * The meaning of one reply's lines, RFC 5321 section 4.2.1. Beyond the first digit a code may be anything: servers
 * use 571 and the like, which the grammar lacks, and are understood (section 4.3.2).
 */
export function parseReply(wire: readonly string[]): Reply | Garbage {
  const lines: string[] = [];
  const firstCode = wire[0]?.slice(0, 3) ?? '';
  for (const [index, line] of wire.entries()) {
    const [, code, , text = ''] = replyLine.exec(line) ?? [];
    if (code === undefined) return garbage(wire, `line ${index + 1} does not begin with a code`);
    if (code !== firstCode) return garbage(wire, `line ${index + 1} has code ${code} after ${firstCode}`);
    lines.push(text);
  }
  if (!/^[2-5]/.test(firstCode)) return garbage(wire, `no code begins with ${firstCode.charAt(0)}`);
  return { kind: 'reply', code: Number(firstCode), enhanced: enhancedStatus(firstCode, lines[0]), lines };
}

/** Code, then `-` or SP and the text, or the code alone, which clients must take for the last line. */
const replyLine = /^(\d{3})(?:([ -])(.*))?$/s;

/** A broken line within a reply of several lines doesn't end it: else what follows would answer the next command. */
function isFinal(wire: readonly string[]): boolean {
  const last = replyLine.exec(wire.at(-1) ?? '');
  return last === null ? wire.length === 1 : last[2] !== '-';
}

/** RFC 2034 section 4: the class of the enhanced status code is the first digit of the reply. */
function enhancedStatus(code: string, text: string | undefined): string | undefined {
  const status = /^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)/.exec(text ?? '')?.[0];
  return status?.charAt(0) === code.charAt(0) ? status : undefined;
}

function giveUp(wire: readonly string[], problem: string): TakenAnswer {
  return { answer: garbage(wire, problem), wire, rest: Buffer.alloc(0), beyondLimits: true };
}

function garbage(wire: readonly string[], problem: string): Garbage {
  return { kind: 'garbage', text: wire.join('\n'), problem };
}
