/**
 * Looks for many texts in bytes, whatever the case of their letters, without looking at every byte: the last four bytes
 * of a window tell how far it can be moved (Wu and Manber, 1994). It is what every byte of a log goes through, so it
 * neither decodes nor allocates.
 */
export class TextSearch {
  /** Indexes of the texts that begin where `find` has stopped: so many of these. */
  readonly found: Int32Array;
  foundCount = 0;
  /** Four bytes, folded, → how far the window can move; 0: a text may be here. */
  readonly #shifts = new Uint8Array(keys);
  /** The first four bytes of texts, folded. */
  readonly #beginnings = new Uint8Array(keys);
  readonly #width: number;
  readonly #tree: TextTree;

  /** Texts that are different, in lower case, none of them shorter than `shortestText`. */
  constructor(texts: readonly string[]) {
    const all = texts.map((text) => new TextEncoder().encode(text));
    this.#tree = plantTree(all);
    this.found = new Int32Array(Math.max(...all.map(({ length }) => length)));
    this.#width = Math.min(longestWindow, ...all.map(({ length }) => length));
    this.#shifts.fill(this.#width - gram + 1);
    for (const text of all) this.#learn(text);
  }

  /** Where the first text begins that stands whole between these places. -1: there is none. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const shifts = this.#shifts;
    const beginnings = this.#beginnings;
    const back = this.#width - 1;
    let at = from + back;
    while (at < to) {
      const shift = shifts[keyOf(bytes, at)] as number;
      if (shift > 0) at += shift;
      else if (beginnings[keyOf(bytes, at - back + gram - 1)] === 1 && this.#textsAt(bytes, at - back, to))
        return at - back;
      else at++;
    }
    return -1;
  }

  /** Indexes of all texts that stand in these bytes. */
  findAll(bytes: Uint8Array, to: number): readonly number[] {
    const all = new Set<number>();
    for (let at = this.find(bytes, 0, to); at >= 0; at = this.find(bytes, at + 1, to)) {
      for (let index = 0; index < this.foundCount; index++) all.add(this.found[index] as number);
    }
    return [...all];
  }

  /** Its first bytes, as many as the window has, are what it is first known by. */
  #learn(text: Uint8Array): void {
    this.#beginnings[keyOf(text, gram - 1)] = 1;
    for (let end = gram - 1; end < this.#width; end++) {
      const key = keyOf(text, end);
      this.#shifts[key] = Math.min(this.#shifts[key] as number, this.#width - 1 - end);
    }
  }

  /** Notes the texts that begin there. */
  #textsAt(bytes: Uint8Array, from: number, to: number): boolean {
    const { next, kinds, kindOf, ends } = this.#tree;
    let count = 0;
    let node = 0;
    for (let at = from; at < to; at++) {
      node = next[node * kinds + (kindOf[bytes[at] as number] as number)] as number;
      if (node === 0) break;
      const end = ends[node] as number;
      if (end !== 0) this.found[count++] = end - 1;
    }
    this.foundCount = count;
    return count > 0;
  }
}

/** How many bytes decide. */
const gram = 4;
export const shortestText = gram;
/** So few that the tables stay in the cache next to the processor. */
const keys = 1 << 16;
const longestWindow = 200;

/**
 * Five bits a byte: that folds the case of letters; the first of the four is strewn over the others. What becomes one by it
 * is told apart by comparing.
 */
function keyOf(bytes: Uint8Array, at: number): number {
  const first = ((bytes[at - 3] as number) & 31) * 2083;
  const second = ((bytes[at - 2] as number) & 31) << 10;
  const third = ((bytes[at - 1] as number) & 31) << 5;
  return (first ^ second ^ third ^ ((bytes[at] as number) & 31)) & (keys - 1);
}

/** The texts as a tree, so that those with the same beginning are compared once. Node 0 is the root. */
interface TextTree {
  /** Node and kind of byte → node; 0: no text goes on so. */
  readonly next: Int32Array;
  readonly kinds: number;
  /** Byte → its kind; 0: it is in no text. */
  readonly kindOf: Uint8Array;
  /** Node → one more than the index of the text that ends there. */
  readonly ends: Int32Array;
}

function plantTree(texts: readonly Uint8Array[]): TextTree {
  const kindOf = new Uint8Array(256);
  let kinds = 1;
  for (const text of texts) for (const byte of text) if (kindOf[byte] === 0) kindOf[byte] = kinds++;
  for (let letter = 65; letter <= 90; letter++) kindOf[letter] = kindOf[letter + 32] as number;
  const most = texts.reduce((sum, { length }) => sum + length, 1);
  const next = new Int32Array(most * kinds);
  const ends = new Int32Array(most);
  let nodes = 1;
  texts.forEach((text, index) => {
    let node = 0;
    for (const byte of text) {
      const edge = node * kinds + (kindOf[byte] as number);
      if (next[edge] === 0) next[edge] = nodes++;
      node = next[edge] as number;
    }
    ends[node] = index + 1;
  });
  return { next, kinds, kindOf, ends };
}
