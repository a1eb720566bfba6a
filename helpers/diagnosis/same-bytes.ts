/** Whether the same bytes stand in both places, four at a time. */
export function sameBytes(view: DataView, start: number, other: DataView, otherStart: number, length: number): boolean {
  let at = 0;
  for (; at < length - 3; at += 4) {
    if (view.getInt32(start + at, true) !== other.getInt32(otherStart + at, true)) return false;
  }
  for (; at < length; at++) if (view.getUint8(start + at) !== other.getUint8(otherStart + at)) return false;
  return true;
}
