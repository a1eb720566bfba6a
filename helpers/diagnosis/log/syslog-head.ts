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
  const hostStart = hostStartOf(bytes, start, end);
  if (hostStart < 0) return false;
  const hostEnd = endOfWord(bytes, hostStart, end);
  if (hostEnd === end || hostEnd === hostStart || bytes[hostEnd - 1] === colon || bytes[hostStart] === bracket)
    return false;
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
const hyphen = 45;
const colon = 58;
const capitalT = 84;
const bracket = 91;
const closingBracket = 93;
const anyDigit = 0;
const digitOrSpace = 1;
const capital = 2;
const smallLetter = 3;

/** Where the name of the host begins, behind the time; -1: there is no time. */
function hostStartOf(bytes: Uint8Array, start: number, end: number): number {
  if (looksLike(time, bytes, start)) return start + time.length;
  if (!looksLike(isoTime, bytes, start)) return -1;
  const timeEnd = endOfWord(bytes, start + isoTime.length, end);
  return timeEnd === end || timeEnd === start + isoTime.length ? -1 : timeEnd + 1;
}

function looksLike(form: readonly number[], bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < form.length; index++) {
    const kind = form[index] as number;
    const byte = bytes[start + index] as number;
    if (!fits(kind, byte)) return false;
  }
  return true;
}

function fits(kind: number, byte: number): boolean {
  switch (kind) {
    case anyDigit:
      return isDigit(byte);
    case digitOrSpace:
      return isDigit(byte) || byte === space;
    case capital:
      return byte >= 65 && byte <= 90;
    case smallLetter:
      return byte >= 97 && byte <= 122;
    default:
      return byte === kind;
  }
}

/** Where the printable characters end that stand there: at a space. `end`, where something else comes first. */
function endOfWord(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte === space) return at;
    if (byte < space || byte > 126) return end;
  }
  return end;
}

/** Nov 24 23:49:37 */
const time = [
  ...[capital, smallLetter, smallLetter, space, digitOrSpace, anyDigit, space],
  ...[anyDigit, anyDigit, colon, anyDigit, anyDigit, colon, anyDigit, anyDigit, space],
];
/** 2026-11-24T23:49:37.123456+00:00 */
const isoTime = [
  ...[anyDigit, anyDigit, anyDigit, anyDigit, hyphen, anyDigit, anyDigit, hyphen, anyDigit, anyDigit, capitalT],
];
const shortestHead = time.length + 7;

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
