import type { FailureMode } from '../model/failure-mode';
import { unwrapLine } from './log/unwrap-line';

/** The words of all known lines: rare ones count for more (the cosine of vectors weighted by inverse document frequency). */
export class WordIndex {
  readonly #lines: readonly { readonly mode: FailureMode; readonly words: ReadonlySet<string> }[];
  readonly #frequency = new Map<string, number>();

  constructor(modes: readonly FailureMode[]) {
    this.#lines = modes
      .filter(({ kind }) => kind !== 'noise')
      .flatMap((mode) =>
        mode.symptoms.log
          .filter(({ strength, onlyIf }) => strength !== 'accompanies' && !onlyIf)
          .map(({ specimen }) => ({ mode, words: wordsOf(unwrapLine(specimen).message) })),
      );
    for (const { words } of this.#lines) {
      for (const word of words) this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);
    }
  }

  /** The modes with a line that has most of its words in common with this one, each with how much, up to 1. */
  *similarTo(message: string): Generator<{ readonly mode: FailureMode; readonly likeness: number }> {
    const words = wordsOf(message);
    const length = this.#length(words);
    for (const { mode, words: known } of this.#lines) {
      const shared = [...known].filter((word) => words.has(word));
      if (shared.length < leastShared) continue;
      yield { mode, likeness: this.#length(shared) ** 2 / (length * this.#length(known)) };
    }
  }

  #length(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words) sum += Math.log((this.#lines.length + 1) / ((this.#frequency.get(word) ?? 0) + 0.5)) ** 2;
    return Math.sqrt(sum);
  }
}

/** Words, parameters and reply codes; no names, addresses and numbers, and nothing that every line has. */
function wordsOf(message: string): ReadonlySet<string> {
  const named = message.replace(/\S+@\S+|\S*\[[\d.:a-f]+\]\S*|\b[\w-]+(?:\.[\w-]+)+\.?(?=\W|$)/gi, (text) =>
    /^[245]\.\d+\.\d+$/.test(text) ? text : ' ',
  );
  const words = named.toLowerCase().match(/[a-z][a-z_'-]{2,}|\b[2-5]\d\d\b|\b[245]\.\d+\.\d+\b/g) ?? [];
  return new Set(words.filter((word) => !usual.has(word)));
}

const leastShared = 3;

const usual: ReadonlySet<string> = new Set(
  'the and for from with not warning error fatal mail host server smtp postfix relay none unknown dsn delay delays status proto esmtp helo rcpt reject noqueue said reply command etc var nov client outside'.split(
    ' ',
  ),
);
