import type { FoundLine, Similar } from '../model/diagnosis';
import type { FailureMode } from '../model/failure-mode';
import { unwrapLine } from './log/unwrap-line';

/**
 * The modes whose known lines have most of their words in common with lines that nothing known explains: where to look first, and no
 * more, as nobody knows what these lines mean. Rare words count for more (the cosine of vectors weighted by inverse document frequency).
 */
export function similarModes(modes: readonly FailureMode[], lines: readonly FoundLine[]): readonly Similar[] {
  const index = indexes.get(modes) ?? new WordIndex(modes);
  indexes.set(modes, index);
  const best = new Map<FailureMode, Similar & { readonly likeness: number }>();
  for (const line of lines) {
    for (const { mode, likeness } of index.similarTo(unwrapLine(line.text).message)) {
      if (likeness > (best.get(mode)?.likeness ?? leastLikeness)) best.set(mode, { mode, line, likeness });
    }
  }
  const ordered = [...best.values()].sort((a, b) => b.likeness - a.likeness);
  const least = (ordered[0]?.likeness ?? 0) * nearTheBest;
  return ordered
    .filter(({ likeness }) => likeness >= least)
    .slice(0, mostShown)
    .map(({ mode, line }) => ({ mode, line }));
}

const indexes = new WeakMap<readonly FailureMode[], WordIndex>();
const leastLikeness = 0.4;
const leastShared = 3;
const nearTheBest = 0.7;
const mostShown = 4;

/** The words of all known lines. */
class WordIndex {
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

const usual: ReadonlySet<string> = new Set(
  'the and for from with not warning error fatal mail host server smtp postfix relay none unknown dsn delay delays status proto esmtp helo rcpt reject noqueue said reply command etc var nov client outside'.split(
    ' ',
  ),
);
