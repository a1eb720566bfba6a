/**
 * A line of smtpd that begins with its client, and whose meaning is in the rest:
 * `disconnect from client.example.org[192.0.2.1] ehlo=1 auth=0/1 quit=1 commands=2/3`,
 * `warning: client.example.org[192.0.2.1]: SASL LOGIN authentication failed: UGFzc3dvcmQ6, sasl_username=alice`.
 * The places of its parts, filled anew for every line, as a log has millions of them.
 */
export interface SessionLine {
  kind: 'disconnect' | 'warning';
  clientStart: number;
  clientEnd: number;
  /** Where the name of the user begins, or the line ends. */
  restEnd: number;
}

/** Finds the parts; whether there are any. */
export function readSessionLine(bytes: Uint8Array, start: number, end: number, line: SessionLine): boolean {
  if (bytes[start] === small.d && hasText(bytes, start, end, disconnect)) {
    line.kind = 'disconnect';
    line.clientStart = start + disconnect.length;
    line.clientEnd = endOfWord(bytes, line.clientStart, end);
    line.restEnd = end;
  } else if (bytes[start] === small.w && hasText(bytes, start, end, warning)) {
    line.kind = 'warning';
    line.clientStart = start + warning.length;
    line.clientEnd = endOfWord(bytes, line.clientStart, end) - 1;
    if (bytes[line.clientEnd] !== colon) return false;
    line.restEnd = startOfUser(bytes, line.clientEnd, end);
    // An empty name tells something.
    if (line.restEnd + user.length === end) return false;
  } else return false;
  return isClient(bytes, line.clientStart, line.clientEnd);
}

/** Whether a pattern that stands for such lines looks at neither client nor user: where it matches one, it matches all. */
export function looksAtTheRest({ source }: RegExp, kind: SessionLine['kind']): boolean {
  const beginning = kind === 'disconnect' ? '^disconnect from \\S+ ' : '^warning: \\S+: SASL ';
  if (!source.startsWith(beginning)) return false;
  if (kind === 'disconnect') return true;
  const rest = source.slice(beginning.length);
  if (rest.endsWith(noUser)) return true;
  const withoutUser = rest.endsWith(anyUser) ? rest.slice(0, -anyUser.length) : rest;
  return !/[.*$]|sasl_username/.test(withoutUser);
}

/** How a pattern ends behind which the name of a user may stand, whatever it is. */
const anyUser = '(?:, sasl_username=.*)?$';

/** A pattern for lines that have an empty name, which are no such lines. */
const noUser = ', sasl_username=$';

const codesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const disconnect = codesOf('disconnect from ');
const warning = codesOf('warning: ');
const user = codesOf(', sasl_username=');
const small = { d: 0x64, w: 0x77 } as const;
const space = 0x20;
const comma = 0x2c;
const colon = 0x3a;
const bracket = 0x5b;
const closingBracket = 0x5d;

function hasText(bytes: Uint8Array, start: number, end: number, text: Uint8Array): boolean {
  if (start + text.length > end) return false;
  for (let index = 0; index < text.length; index++) if (bytes[start + index] !== text[index]) return false;
  return true;
}

function endOfWord(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && bytes[at] !== space) at++;
  return at;
}

function startOfUser(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) if (bytes[at] === comma && hasText(bytes, at, end, user)) return at;
  return end;
}

/** client.example.org[192.0.2.1] */
function isClient(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[end - 1] !== closingBracket) return false;
  for (let at = end - 2; at > start; at--) {
    if (bytes[at] === closingBracket) return false;
    if (bytes[at] === bracket) return at < end - 2;
  }
  return false;
}
