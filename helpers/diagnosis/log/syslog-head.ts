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
  const hostStart = hostStartOf(bytes, start, end);
  if (hostStart < 0) return false;
  return readProgram(bytes, hostStart, end, head) && readPid(bytes, end, head);
}

/** Finds where the program is named, behind the host. */
export function readProgram(bytes: Uint8Array, hostStart: number, end: number, head: SyslogHead): boolean {
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
  return at < end;
}

/** Reads the number of the process behind the program, and finds the message. */
export function readPid(bytes: Uint8Array, end: number, head: SyslogHead): boolean {
  let pid = 0;
  let at = head.programEnd + 1;
  for (; at < end && isDigit(bytes[at]); at++) pid = pid * 10 + (bytes[at] as number) - zero;
  if (at === head.programEnd + 1 || pid > 0x3fffff) return false;
  if (bytes[at] !== closingBracket || bytes[at + 1] !== colon || bytes[at + 2] !== space) return false;
  head.pid = pid;
  head.messageStart = at + 3;
  return head.messageStart < end && !isSummary(bytes, head.messageStart);
}

/** `message repeated 2 times: [ …]`, whose message stands within. */
function isSummary(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === smallM && bytes[at + 7] === space && bytes[at + 8] === smallR;
}

const space = 32;
const smallM = 109;
const smallR = 114;
const zero = 48;
const hyphen = 45;
const colon = 58;
const capitalT = 84;
const bracket = 91;
const closingBracket = 93;

/** Where the name of the host begins, behind the time; -1: there is no time. */
export function hostStartOf(bytes: Uint8Array, start: number, end: number): number {
  if (end - start < shortestHead) return -1;
  if (isTime(bytes, start)) return start + timeLength;
  if (!isDate(bytes, start)) return -1;
  const timeEnd = endOfWord(bytes, start + dateLength, end);
  return timeEnd === end || timeEnd === start + dateLength ? -1 : timeEnd + 1;
}

/** Nov 24 23:49:37 */
function isTime(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 3] === space &&
    bytes[at + 6] === space &&
    bytes[at + 9] === colon &&
    bytes[at + 12] === colon &&
    bytes[at + 15] === space &&
    isBetween(bytes[at], 65, 90) &&
    isBetween(bytes[at + 1], 97, 122) &&
    isBetween(bytes[at + 2], 97, 122) &&
    (isDigit(bytes[at + 4]) || bytes[at + 4] === space) &&
    isDigit(bytes[at + 5]) &&
    areDigits(bytes, at + 7) &&
    areDigits(bytes, at + 10) &&
    areDigits(bytes, at + 13)
  );
}

/** 2026-11-24T, of 2026-11-24T23:49:37.123456+00:00 */
function isDate(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 4] === hyphen &&
    bytes[at + 7] === hyphen &&
    bytes[at + 10] === capitalT &&
    areDigits(bytes, at) &&
    areDigits(bytes, at + 2) &&
    areDigits(bytes, at + 5) &&
    areDigits(bytes, at + 8)
  );
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

function areDigits(bytes: Uint8Array, at: number): boolean {
  return isDigit(bytes[at]) && isDigit(bytes[at + 1]);
}

function isDigit(byte: number | undefined): boolean {
  return isBetween(byte, 48, 57);
}

function isBetween(byte: number | undefined, first: number, last: number): boolean {
  return byte !== undefined && byte >= first && byte <= last;
}

const timeLength = 'Nov 24 23:49:37 '.length;
const dateLength = '2026-11-24T'.length;
const shortestHead = timeLength + 'm p[1]:'.length;
