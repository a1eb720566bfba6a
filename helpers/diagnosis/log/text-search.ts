/**
 * Looks for many texts in bytes, whatever the case of their letters, without looking at every byte: the last three bytes
 * of a window tell how far it can be moved (Wu and Manber, 1994). It is what every byte of a log goes through, so it
 * neither decodes nor allocates.
 */
export class TextSearch {
  /** Three bytes, folded, → how far the window can move; 0: a text may be here. */
  readonly #shifts = new Uint8Array(1 << 15);
  readonly #beginnings: (readonly Sought[] | undefined)[] = new Array(1 << 15).fill(undefined);
  readonly #width: number;

  constructor(texts: readonly string[]) {
    const all = texts.map((text) => Buffer.from(text.toLowerCase()));
    this.#width = Math.min(longestWindow, ...all.map(({ length }) => length));
    this.#shifts.fill(this.#width - gram + 1);
    all.forEach((text, id) => {
      this.#learn({ text, id });
    });
  }

  /** The last byte of the window in which, from there on, the first text begins. -1: there is none. */
  find(bytes: Uint8Array, from: number): number {
    const shifts = this.#shifts;
    let at = from + this.#width - 1;
    while (at < bytes.length) {
      const key = keyOf(bytes, at);
      const shift = shifts[key] as number;
      if (shift > 0) at += shift;
      else if (this.#begins(bytes, at - this.#width + 1, key)) return at;
      else at++;
    }
    return -1;
  }

  /** Indexes of all texts that stand in these bytes. */
  findAll(bytes: Uint8Array, end: number): readonly number[] {
    const found: number[] = [];
    let at = this.#width - 1;
    while (at < end) {
      const key = keyOf(bytes, at);
      const shift = this.#shifts[key] as number;
      at += Math.max(shift, 1);
      if (shift > 0) continue;
      const start = at - this.#width;
      for (const { text, id } of this.#beginnings[key] ?? []) {
        if (start + text.length <= end && equal(bytes, start, text) && !found.includes(id)) found.push(id);
      }
    }
    return found;
  }

  /** Its first bytes, as many as the window has, are what it is first known by. */
  #learn(sought: Sought): void {
    for (let end = gram - 1; end < this.#width; end++) {
      const key = keyOf(sought.text, end);
      const shift = this.#width - 1 - end;
      this.#shifts[key] = Math.min(this.#shifts[key] as number, shift);
      if (shift === 0) this.#beginnings[key] = [...(this.#beginnings[key] ?? []), sought];
    }
  }

  #begins(bytes: Uint8Array, start: number, key: number): boolean {
    for (const { text } of this.#beginnings[key] ?? []) {
      if (start + text.length <= bytes.length && equal(bytes, start, text)) return true;
    }
    return false;
  }
}

/** Without the texts in which another of them stands: who finds that one finds the line. */
export function shortestOf(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !texts.some((other) => other.length < text.length && text.includes(other)));
}

interface Sought {
  readonly text: Uint8Array;
  readonly id: number;
}

/** How many bytes decide. */
const gram = 3;
const longestWindow = 200;

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
