/** Where the parts of a line stand that syslog wrote; filled anew for every line, as a log has millions of them. */
export interface SyslogHead {
  programStart: number;
  programEnd: number;
  pid: number;
  messageStart: number;
}

/**
 * Finds the parts of `Nov 24 23:49:37 mail postfix/smtpd[16]: warning: …` without decoding it. What it doesn't take for
 * such a line may be one all the same, and is left to `unwrapLine`, which knows all forms; what it takes is the same there.
 */
export function readSyslogHead(bytes: Uint8Array, start: number, end: number, head: SyslogHead): boolean {
  if (end - start < shortestHead) return false;
  const hostStart = start + timeLength + 1;
  for (let index = 0; index <= timeLength; index++) {
    const kind = time[index] as number;
    const byte = bytes[start + index] as number;
    const fits =
      kind === anyDigit
        ? isDigit(byte) || (index === 4 && byte === space)
        : kind === anyLetter
          ? byte > 64
          : byte === kind;
    if (!fits) return false;
  }
  const hostEnd = bytes.indexOf(space, hostStart);
  if (hostEnd < 0 || hostEnd >= end || hostEnd === hostStart || bytes[hostEnd - 1] === colon) return false;
  let at = hostEnd + 1;
  head.programStart = at;
  for (; at < end && bytes[at] !== bracket; at++) {
    const byte = bytes[at] as number;
    if (byte <= space || byte === colon || byte > 126) return false;
  }
  if (at === head.programStart) return false;
  head.programEnd = at;
  let pid = 0;
  for (at++; at < end && isDigit(bytes[at] as number); at++) pid = pid * 10 + (bytes[at] as number) - zero;
  if (at === head.programEnd + 1 || pid > 0x3fffff) return false;
  if (bytes[at] !== closingBracket || bytes[at + 1] !== colon || bytes[at + 2] !== space) return false;
  head.pid = pid;
  head.messageStart = at + 3;
  return head.messageStart < end;
}

const space = 32;
const zero = 48;
const colon = 58;
const bracket = 91;
const closingBracket = 93;
const anyDigit = 0;
const anyLetter = 1;

/** Nov 24 23:49:37 */
const time = [
  ...[anyLetter, anyLetter, anyLetter, space, anyDigit, anyDigit, space],
  ...[anyDigit, anyDigit, colon, anyDigit, anyDigit, colon, anyDigit, anyDigit, space],
];
const timeLength = time.length - 1;
const shortestHead = timeLength + 8;

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
