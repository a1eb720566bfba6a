/**
 * Whether a message that syslog wrote is what it says, so that nothing has to be unwrapped: printable ASCII without a space
 * at its ends, no line of another log, no tag before it, nothing escaped as in the source of a page.
 */
export function isPlainMessage(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
  if (bytes[start] === space || bytes[end - 1] === space) return false;
  return isPrintable(bytes, view, start, end) && !beginsAsIfWrapped(bytes, start);
}

/** Four bytes at a time, as a log has millions of lines. */
function isPrintable(bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
  let strange = 0;
  let at = start;
  for (; at < end - 3; at += 4) {
    const four = view.getInt32(at, true);
    const ampersands = four ^ 0x26262626;
    // The highest bit of a byte: it is above 127, below 32, 127, or an ampersand.
    strange |= four | (four - 0x20202020) | (four + 0x01010101) | ((ampersands - 0x01010101) & ~ampersands);
  }
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < space || byte > 126 || byte === ampersand) return false;
  }
  return (strange & 0x80808080) === 0;
}

/** `[ID 197553 mail.warning] …`, `Nov 24 23:49:37 …`, `2026-11-24 …` */
function beginsAsIfWrapped(bytes: Uint8Array, start: number): boolean {
  if (bytes[start] === bracket) return true;
  if (bytes[start + 3] === space && bytes[start + 6] === space) return true;
  return bytes[start + 4] === hyphen && bytes[start + 7] === hyphen;
}

/** Whether it begins with what another syslog would write before a message: `mail|info …`, `10025/smtpd[3]: …` */
export function hasPrefix(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && isWordByte(bytes[at] as number)) at++;
  return bytes[at] === bar || bytes[at] === slash;
}

/** Whether it is a letter, a digit or an underscore. */
export function isWordByte(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || byte === 95 || (byte >= 97 && byte <= 122);
}

const space = 0x20;
const ampersand = 0x26;
const hyphen = 0x2d;
const slash = 0x2f;
const bracket = 0x5b;
const bar = 0x7c;
