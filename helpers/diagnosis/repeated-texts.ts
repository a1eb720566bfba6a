/**
 * Remembers what was found out about texts that come again and again. A text is kept when it comes for the second time,
 * so that a log of which no two lines are equal costs neither memory nor time.
 */
export class RepeatedTexts<T> {
  readonly #seen = new Int32Array(slots);
  readonly #known: (Known<T> | undefined)[] = new Array(slots).fill(undefined);

  /** What is known of the bytes that stand there; `find` finds it out. */
  of(bytes: Buffer, start: number, end: number, find: () => T): T {
    const hash = hashOf(bytes, start, end);
    const slot = hash & (slots - 1);
    const known = this.#known[slot];
    if (known?.hash === hash && isText(bytes, start, end, known.text)) return known.value;
    const value = find();
    if (this.#seen[slot] === hash && end - start <= longestKept) {
      this.#known[slot] = { hash, text: bytes.toString('latin1', start, end), value };
    }
    this.#seen[slot] = hash;
    return value;
  }
}

interface Known<T> {
  readonly hash: number;
  readonly text: string;
  readonly value: T;
}

const slots = 1 << 14;
const longestKept = 2000;
const hashedAtEachEnd = 64;

/** Of both ends: what is between them is compared. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  const headEnd = Math.min(end, start + hashedAtEachEnd);
  for (let index = start; index < headEnd; index++) hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193);
  for (let index = Math.max(headEnd, end - hashedAtEachEnd); index < end; index++) {
    hash = Math.imul(hash ^ (bytes[index] as number), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}

function isText(bytes: Uint8Array, start: number, end: number, text: string): boolean {
  if (end - start !== text.length) return false;
  for (let index = 0; index < text.length; index++) {
    if (bytes[start + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
