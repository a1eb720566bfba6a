/**
 * Looks for any of many texts in bytes, whatever the case of their letters, without looking at every byte: the last
 * three bytes of a window tell how far it can be moved (Wu and Manber, 1994). It is what every byte of a log goes
 * through, so it neither decodes nor allocates.
 */
export class TextSearch {
  /** Three bytes, folded, → how far the window can move; 0: a text may be here. */
  readonly #shifts = new Uint8Array(1 << 15);
  readonly #endings = new Map<number, Ending[]>();
  readonly #width: number;

  constructor(texts: readonly string[]) {
    const all = texts.map((text) => Buffer.from(text.toLowerCase()));
    // Who finds a text finds those that contain it.
    const needed = all.filter((text) => !all.some((other) => other.length < text.length && text.includes(other)));
    this.#width = Math.min(...needed.map(({ length }) => length));
    this.#shifts.fill(Math.max(this.#width - gram + 1, 1));
    for (const text of needed) this.#learn(text);
  }

  /** Where, from there on, the first text stands: a place within it. -1: nowhere. */
  find(bytes: Uint8Array, from: number): number {
    const shifts = this.#shifts;
    let at = from + this.#width - 1;
    while (at < bytes.length) {
      const key = keyOf(bytes, at);
      const shift = shifts[key] as number;
      if (shift > 0) at += shift;
      else if (this.#endsAt(bytes, at, from, key)) return at;
      else at++;
    }
    return -1;
  }

  /** Its first bytes, as many as the shortest text has, are what the window is compared with. */
  #learn(text: Uint8Array): void {
    for (let end = gram - 1; end < this.#width; end++) {
      const key = keyOf(text, end);
      const shift = this.#width - 1 - end;
      this.#shifts[key] = Math.min(this.#shifts[key] as number, shift);
      if (shift === 0) this.#endings.set(key, [...(this.#endings.get(key) ?? []), { text, before: end }]);
    }
  }

  #endsAt(bytes: Uint8Array, at: number, from: number, key: number): boolean {
    for (const { text, before } of this.#endings.get(key) ?? []) {
      const start = at - before;
      if (start >= from && start + text.length <= bytes.length && equal(bytes, start, text)) return true;
    }
    return false;
  }
}

interface Ending {
  readonly text: Uint8Array;
  /** How many of its bytes come before the last one of the window. */
  readonly before: number;
}

/** How many bytes decide. */
const gram = 3;

/** Five bits a byte: that folds the case of letters, and what else it folds is told apart by comparing. */
function keyOf(bytes: Uint8Array, at: number): number {
  return (
    (((bytes[at - 2] as number) & 31) << 10) | (((bytes[at - 1] as number) & 31) << 5) | ((bytes[at] as number) & 31)
  );
}

function equal(bytes: Uint8Array, start: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) {
    const byte = bytes[start + index] as number;
    if ((byte >= 65 && byte <= 90 ? byte + 32 : byte) !== text[index]) return false;
  }
  return true;
}
