/** How many line feeds stand in these bytes, four at a time. */
export function countLines(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let at = from;
  for (; at < to && (bytes.byteOffset + at) % 4 !== 0; at++) if (bytes[at] === 10) count++;
  if (at === to) return count;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (to - at) >> 2);
  for (let index = 0; index < words.length; index++) {
    const different = (words[index] as number) ^ 0x0a0a0a0a;
    // A byte of zeros, that is a line feed, leaves its highest bit; exact, unlike the shorter form of this trick.
    const zeros = ~(((different & 0x7f7f7f7f) + 0x7f7f7f7f) | different | 0x7f7f7f7f);
    if (zeros !== 0) count += ((zeros >>> 7) & 1) + ((zeros >>> 15) & 1) + ((zeros >>> 23) & 1) + (zeros >>> 31);
  }
  for (at += words.length * 4; at < to; at++) if (bytes[at] === 10) count++;
  return count;
}
