import type { FailureMode } from '../model/failure-mode';
import { withSameValues } from './log/completions';
import { type UnwrappedLine, unwrapLine } from './log/unwrap-line';
import { type IndexedSign, isOfProgram } from './sign-index';

/**
 * Finds known lines of which another has a run of words: a reply without what its server logs around it, or what somebody tells of a
 * line in a sentence of his own.
 *
 *   Each one got a "PASS NEW" and of course the "450 4.3.2 Service currently unavailable" rejection.
 */
export class KnownRuns {
  readonly #signsOf = new Map<string, Set<IndexedSign>>();

  constructor(modes: readonly FailureMode[]) {
    for (const mode of modes) {
      for (const sign of mode.symptoms.log) {
        if (mode.kind === 'noise' || sign.strength === 'accompanies') continue;
        for (const run of runsOf(unwrapLine(sign.specimen).message)) {
          const others = this.#signsOf.get(run);
          if (others) others.add({ mode, sign });
          else this.#signsOf.set(run, new Set([{ mode, sign }]));
        }
      }
    }
  }

  /** The modes whose lines have most of its words, one after the other; none where few words, or the lines of many modes, do. */
  sharedBy({ program, message }: UnwrappedLine): readonly FailureMode[] {
    if (message.length > longest) return [];
    const counts = new Map<FailureMode, number>();
    for (const run of runsOf(message)) {
      const having = [...(this.#signsOf.get(run) ?? [])].filter(({ sign }) => isOfProgram(sign, program));
      for (const mode of new Set(having.map((one) => one.mode))) counts.set(mode, (counts.get(mode) ?? 0) + 1);
    }
    const most = Math.max(...counts.values());
    const likeliest = [...counts].flatMap(([mode, count]) => (count === most ? [mode] : []));
    return likeliest.length > mostModes ? [] : likeliest;
  }
}

/** Each few words that follow one another, addresses and names aside. */
function runsOf(message: string): readonly string[] {
  const words =
    withSameValues(message)
      .replace(/\S*=\S*/g, ' ')
      .toLowerCase()
      .match(/[a-z\d](?:[\w.'’-]*\w)?/g) ?? [];
  return words.flatMap((_word, at) => {
    const run = words.slice(at, at + wordsOfRun);
    const saying = run.filter((word) => /^[a-z’']{3,}$/.test(word));
    return run.length === wordsOfRun && saying.length >= leastWords ? [run.join(' ')] : [];
  });
}

const wordsOfRun = 5;
/** The rest may be numbers and names. */
const leastWords = 3;
const mostModes = 5;
const longest = 600;
