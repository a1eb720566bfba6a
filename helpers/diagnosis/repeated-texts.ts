import { sameBytes } from './same-bytes';

/**
 * Remembers what was found out about texts that come again and again. A text is kept when it comes for the second time,
 * so that a log of which no two lines are equal costs neither memory nor time.
 */
export class RepeatedTexts<T> {
  /** Hash, beginning, length and kind of the text in each slot. */
  readonly #seen: Int32Array;
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;
  readonly #kinds: Int32Array;
  readonly #values: (T | undefined)[];
  /** The texts that are kept, one behind the other. */
  #kept = new Uint8Array(leastKeptBytes);
  #keptView = new DataView(this.#kept.buffer);
  #used = 0;
  #hash = 0;
  /** How many texts in a row were unknown: when that goes on, only some are looked up until one is known again. */
  #unknown = 0;
  #turn = 0;
  #isPassedOver = false;

  /** With so many slots, a power of two. */
  constructor(slots: number) {
    this.#seen = new Int32Array(slots);
    this.#starts = new Int32Array(slots);
    this.#lengths = new Int32Array(slots);
    this.#kinds = new Int32Array(slots);
    this.#values = new Array(slots).fill(undefined);
  }

  /** What is known of the bytes that stand there, in a text of this kind. */
  get(view: DataView, start: number, end: number, kind: number): T | undefined {
    this.#isPassedOver = this.#unknown > enoughUnknown && (++this.#turn & 15) !== 0;
    if (this.#isPassedOver) return undefined;
    const value = this.#find(view, start, end, kind);
    this.#unknown = value === undefined ? this.#unknown + 1 : 0;
    return value;
  }

  #find(view: DataView, start: number, end: number, kind: number): T | undefined {
    const hash = hashOf(view, start, end, kind);
    this.#hash = hash;
    const slot = hash & (this.#seen.length - 1);
    if (this.#seen[slot] !== hash || this.#kinds[slot] !== kind || this.#lengths[slot] !== end - start)
      return undefined;
    const value = this.#values[slot];
    return value !== undefined && sameBytes(view, start, this.#keptView, this.#starts[slot] as number, end - start)
      ? value
      : undefined;
  }

  /** Takes note of what was found out of the text that `get` didn't know. */
  put(bytes: Uint8Array, start: number, end: number, kind: number, value: T): void {
    if (this.#isPassedOver) return;
    const hash = this.#hash;
    const slot = hash & (this.#seen.length - 1);
    const length = end - start;
    if (this.#seen[slot] !== hash) {
      this.#seen[slot] = hash;
      this.#values[slot] = undefined;
    } else if (length <= longestKept) {
      if (this.#used + length > this.#kept.length) this.#makeRoom();
      this.#kept.set(bytes.subarray(start, end), this.#used);
      this.#seen[slot] = hash;
      this.#starts[slot] = this.#used;
      this.#lengths[slot] = length;
      this.#kinds[slot] = kind;
      this.#values[slot] = value;
      this.#used += length;
    }
  }

  #makeRoom(): void {
    if (this.#kept.length < mostKeptBytes) {
      const more = new Uint8Array(this.#kept.length * 2);
      more.set(this.#kept);
      this.#kept = more;
      this.#keptView = new DataView(more.buffer);
    } else {
      this.#values.fill(undefined);
      this.#used = 0;
    }
  }
}

const enoughUnknown = 300;
const longestKept = 2000;
const leastKeptBytes = 16 * 1024;
const mostKeptBytes = 4 * 1024 * 1024;
const hashedAtEachEnd = 64;

/** Of both ends, four bytes at a time: what is between them is compared. */
function hashOf(view: DataView, start: number, end: number, kind: number): number {
  let hash = Math.imul(end - start + (kind << 16), 0x9e3779b1);
  let at = start;
  for (const stop = Math.min(end, start + hashedAtEachEnd) - 3; at < stop; at += 4) {
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ view.getInt32(at, true), 0x9e3779b1);
  }
  for (at = Math.max(at, end - hashedAtEachEnd); at < end - 3; at += 4) {
    hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ view.getInt32(at, true), 0x9e3779b1);
  }
  for (; at < end; at++) hash = Math.imul(((hash << 5) | (hash >>> 27)) ^ view.getUint8(at), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
