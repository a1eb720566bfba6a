import type { FailureMode } from '../model/failure-mode';
import { unwrapLine } from './log/unwrap-line';

/**
 * Finds modes by words, as a search engine finds pages (Okapi BM25): what a mode is called, what its cause and its lines say. A
 * line in words that nobody has seen shares some with what it is about.
 */
export class WordIndex {
  readonly #postings = new Map<string, { readonly mode: FailureMode; readonly weight: number }[]>();
  readonly #modes: number;

  constructor(modes: readonly FailureMode[]) {
    const documents = modes.filter(({ kind }) => kind !== 'noise').map((mode) => ({ mode, words: wordsOfMode(mode) }));
    this.#modes = documents.length;
    const usualLength = documents.reduce((sum, { words }) => sum + lengthOf(words), 0) / documents.length;
    for (const { mode, words } of documents) {
      const long = 1 - lengthCounts + (lengthCounts * lengthOf(words)) / usualLength;
      for (const [word, often] of words) {
        const weight = (often * (saturation + 1)) / (often + saturation * long);
        const others = this.#postings.get(word);
        if (others) others.push({ mode, weight });
        else this.#postings.set(word, [{ mode, weight }]);
      }
    }
  }

  /**
   * The modes that share words with a message, each with how many, rare ones counting for more: about 1 where it has them all, and
   * less where these are few.
   */
  similarTo(message: string): ReadonlyMap<FailureMode, number> {
    const likeness = new Map<FailureMode, number>();
    const words = new Set(wordsOf(message));
    if (words.size < leastWords) return likeness;
    let all = 0;
    for (const word of words) all += this.#rarity(word);
    all /= Math.min(1, words.size / enoughWords);
    for (const word of words) {
      for (const { mode, weight } of this.#postings.get(word) ?? []) {
        likeness.set(mode, (likeness.get(mode) ?? 0) + (weight * this.#rarity(word)) / all);
      }
    }
    return likeness;
  }

  #rarity(word: string): number {
    const having = this.#postings.get(word)?.length ?? 0;
    return Math.log(1 + (this.#modes - having + 0.5) / (having + 0.5));
  }
}

/** `error` alone is the word of many. */
const leastWords = 3;

/** Few words may be shared by chance. */
const enoughWords = 6;

/** How soon a word that is said again counts for nothing, and how much a long text counts for less: as tried on public logs. */
const saturation = 2;
const lengthCounts = 0.85;

/** Each word with how much is to be made of it. */
function wordsOfMode({ id, title, cause, symptoms, repair }: FailureMode): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  add(id, 2);
  add(title, 3);
  add(cause, 1.5);
  add(symptoms.client, 1);
  add(repair.words, 0.5);
  for (const { specimen, strength } of symptoms.log) {
    if (strength !== 'accompanies') add(unwrapLine(specimen).message, 0.7);
  }
  return counts;
}

function lengthOf(words: ReadonlyMap<string, number>): number {
  return [...words.values()].reduce((sum, count) => sum + count, 0);
}

/** Words, parameters and reply codes; no names, addresses and numbers, and nothing that every line has. */
function wordsOf(message: string): readonly string[] {
  const named = message.replace(/\S+@\S+|\S*\[[\d.:a-f]+\]\S*|\b[\w-]+(?:\.[\w-]+)+\.?(?=\W|$)/gi, (text) =>
    /^[245]\.\d+\.\d+$/.test(text) ? text : ' ',
  );
  const apart = named.replace(/([a-z])([A-Z][a-z])/g, '$1 $2').toLowerCase();
  const words = apart.match(/[a-z][a-z'’-]{2,}|\b[2-5]\d\d\b|\b[245]\.\d+\.\d+\b/g) ?? [];
  return words.filter((word) => !usual.has(word)).map(stemOf);
}

/** Without the ending, so that refused, refuses and refusing are one. */
function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 4);
  return ending ? word.slice(0, -ending.length) : word;
}

const endings = 'ations ation ating ated ates ate ments ment ings ing ies ed es s ly er or ion ity'.split(' ');

const usual: ReadonlySet<string> = new Set(
  'the and for from with not mail host server smtp postfix said that this its which has have are was were been but one them they than other who what where only also all any can may must will when then there their does'.split(
    ' ',
  ),
);
