import { isCode } from './log/shape';
import { sameBytes } from './same-bytes';

/**
 * Knows messages again by what is left when their numbers, and the words with numbers in them, are left out: most of what
 * makes lines of one kind different. It works on bytes, as a log may have millions of different complaints.
 */
export class Skeletons<T> {
  readonly #most: number;
  readonly #hashes: Int32Array;
  readonly #places: Int32Array;
  readonly #kept: Kept<T>[] = [];
  /** The last one of those messages that begin alike: the next message is likely to have it too. */
  readonly #last: (Kept<T> | undefined)[] = new Array(beginnings).fill(undefined);
  readonly #skeleton = new Uint8Array(longest);
  #length = 0;
  #hash = 0;

  constructor(most: number) {
    this.#most = most;
    const slots = 2 ** Math.ceil(Math.log2(most * 2));
    this.#hashes = new Int32Array(slots);
    this.#places = new Int32Array(slots);
  }

  /** What was kept for the skeleton of these bytes. */
  find(bytes: Uint8Array, view: DataView, start: number, end: number): T | undefined {
    const beginning = beginningOf(bytes, start);
    const last = this.#last[beginning];
    if (last && hasSkeleton(bytes, view, start, end, last)) return last.value;
    this.#strip(bytes, start, Math.min(end, start + longest));
    const mask = this.#hashes.length - 1;
    for (let slot = this.#hash & mask; ; slot = (slot + 1) & mask) {
      const place = this.#places[slot] as number;
      if (place === 0) return undefined;
      if (this.#hashes[slot] !== this.#hash) continue;
      const known = this.#kept[place - 1];
      if (!known || !this.#isSame(known.bytes)) continue;
      this.#last[beginning] = known;
      return known.value;
    }
  }

  /** Keeps a value for the skeleton that was looked for last, if there is room. */
  keep(value: T): void {
    if (this.#kept.length >= this.#most) return;
    const mask = this.#hashes.length - 1;
    let slot = this.#hash & mask;
    while (this.#places[slot] !== 0) slot = (slot + 1) & mask;
    const skeleton = this.#skeleton.slice(0, this.#length);
    this.#kept.push({ bytes: skeleton, view: new DataView(skeleton.buffer), parts: partsOf(skeleton), value });
    this.#hashes[slot] = this.#hash;
    this.#places[slot] = this.#kept.length;
  }

  /** Writes the skeleton of the bytes. */
  #strip(bytes: Uint8Array, start: number, end: number): void {
    const out = this.#skeleton;
    let length = 0;
    let hash = 0;
    let at = start;
    while (at < end) {
      let byte = bytes[at] as number;
      let kind = kinds[byte] as number;
      if (kind === other) {
        hash = step(hash, byte);
        out[length++] = byte;
        at++;
        continue;
      }
      const wordStart = at;
      const hashBefore = hash;
      const lengthBefore = length;
      while (kind === letter) {
        hash = step(hash, byte);
        out[length++] = byte;
        if (++at === end) break;
        byte = bytes[at] as number;
        kind = kinds[byte] as number;
      }
      if (at === end || kind !== digit) continue;
      while (at < end && kinds[bytes[at] as number] !== other) at++;
      hash = hashBefore;
      length = lengthBefore;
      if (isCodeAt(bytes, wordStart, at)) {
        for (let index = wordStart; index < at; index++) {
          hash = step(hash, bytes[index] as number);
          out[length++] = bytes[index] as number;
        }
      } else {
        hash = step(hash, leftOut);
        out[length++] = leftOut;
      }
    }
    this.#length = length;
    this.#hash = hash ^ (hash >>> 15);
  }

  #isSame(known: Uint8Array): boolean {
    if (known.length !== this.#length) return false;
    for (let index = 0; index < known.length; index++) if (known[index] !== this.#skeleton[index]) return false;
    return true;
  }
}

interface Kept<T> {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Lengths of what stands before, between and behind what is left out. */
  readonly parts: readonly number[];
  readonly value: T;
}

function partsOf(skeleton: Uint8Array): readonly number[] {
  const parts = [0];
  for (const byte of skeleton) {
    if (byte === leftOut) parts.push(0);
    else parts[parts.length - 1] = (parts.at(-1) as number) + 1;
  }
  return parts;
}

/** Whether these bytes have this skeleton. */
function hasSkeleton(
  bytes: Uint8Array,
  view: DataView,
  start: number,
  end: number,
  { view: skeleton, parts }: Kept<unknown>,
): boolean {
  let at = start;
  let place = 0;
  for (let index = 0; ; index++) {
    const length = parts[index] as number;
    if (at + length > end || !sameBytes(view, at, skeleton, place, length)) return false;
    at += length;
    place += length + 1;
    if (index === parts.length - 1) return at === end;
    const wordStart = at;
    let all = 0;
    for (; at < end; at++) {
      const kind = kinds[bytes[at] as number] as number;
      if (kind === other) break;
      all |= kind;
    }
    if ((all & digit) === 0 || isCodeAt(bytes, wordStart, at)) return false;
  }
}

/** Of what comes behind `warning: `. */
function beginningOf(bytes: Uint8Array, start: number): number {
  return (
    ((bytes[start + 9] as number) ^ ((bytes[start + 11] as number) << 2) ^ ((bytes[start + 13] as number) << 4)) &
    (beginnings - 1)
  );
}

const beginnings = 256;

/** More than three hundred characters have in UTF-8. */
const longest = 1024;
/** No byte of a text in UTF-8. */
const leftOut = 0xff;

const other = 0;
const letter = 1;
const digit = 2;
/** Words are of letters, digits and `_ . : -` */
const kinds = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[0-9]/.test(character) ? digit : /[A-Za-z_.:-]/.test(character) ? letter : other;
});

/** Whether a word is the code of a reply: 550, 5.1.1 */
function isCodeAt(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  const first = bytes[start];
  if (length < 3 || length > 9 || (first !== 0x32 && first !== 0x34 && first !== 0x35)) return false;
  if (length > 3 && bytes[start + 1] !== 0x2e) return false;
  return isCode(String.fromCharCode(...bytes.subarray(start, end)));
}

function step(hash: number, byte: number): number {
  return Math.imul(hash ^ byte, 0x01000193);
}
