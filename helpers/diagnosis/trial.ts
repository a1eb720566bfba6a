import type { LogSign, ServerFacts } from '../model/failure-mode';
import type { Claim, Claims } from './claim';
import { looksAtTheRest, type SessionLine } from './log/session-line';
import type { UnwrappedLine } from './log/unwrap-line';
import { type IndexedSign, matches } from './sign-index';

/** Tries signs on lines. Those of several modes that are alike are tried once. */
export class Trial {
  /** The trials of one judge have different ones. */
  readonly number: number;
  readonly #signs: readonly IndexedSign[];
  readonly #claims: Claims;
  readonly #facts: ServerFacts;
  readonly #tests: readonly SignTest[];
  readonly #looksAtTheRest: { [kind in SessionLine['kind']]?: boolean } = {};
  /** Claims by the tests that were passed, a bit each. */
  readonly #known = new Map<number, Claim | undefined>();

  constructor(number: number, signs: readonly IndexedSign[], claims: Claims, facts: ServerFacts) {
    this.number = number;
    this.#signs = signs;
    this.#claims = claims;
    this.#facts = facts;
    this.#tests = testsOf(signs);
  }

  /** Whether there is nothing to try. */
  get isEmpty(): boolean {
    return this.#tests.length === 0;
  }

  /** Whether lines that differ only in their client and user claim the same. */
  looksAtTheRest(kind: SessionLine['kind']): boolean {
    this.#looksAtTheRest[kind] ??= this.#signs.every(({ sign }) => !sign.applies && looksAtTheRest(sign.pattern, kind));
    return this.#looksAtTheRest[kind];
  }

  /** What the line claims by the signs that match it. */
  claimOf(line: UnwrappedLine): Claim | undefined {
    return this.#claimOf(line) ?? (quotedEnd.test(line.message) ? this.#claimOf(withoutEnd(line)) : undefined);
  }

  /** The same of a line that somebody has typed, in capitals or without. */
  claimInAnyCase(line: UnwrappedLine): Claim | undefined {
    const matching = this.#signs.filter(({ sign }) => {
      return matches({ ...sign, pattern: inAnyCase(sign.pattern) }, line, this.#facts);
    });
    return this.#claimBy(matching, line);
  }

  #claimBy(signs: readonly IndexedSign[], { program }: UnwrappedLine): Claim | undefined {
    return this.#claims.of(signs, { programIsKnown: program !== undefined });
  }

  #claimOf(line: UnwrappedLine): Claim | undefined {
    const tests = this.#tests;
    if (tests.length > mostBits) {
      return this.#claimBy(
        this.#signs.filter(({ sign }) => matches(sign, line, this.#facts)),
        line,
      );
    }
    let passed = 0;
    for (let index = 0; index < tests.length; index++) {
      if (matches((tests[index] as SignTest).sign, line, this.#facts)) passed |= 1 << index;
    }
    if (passed === 0) return undefined;
    const known = this.#known.get(passed);
    if (known) return known;
    const places = tests.flatMap((test, index) => ((passed >> index) & 1 ? test.places : []));
    const claim = this.#claimBy(
      places.sort((a, b) => a - b).flatMap((place) => this.#signs[place] ?? []),
      line,
    );
    this.#known.set(passed, claim);
    return claim;
  }
}

const insensitive = new WeakMap<RegExp, RegExp>();

function inAnyCase(pattern: RegExp): RegExp {
  const known = insensitive.get(pattern) ?? new RegExp(pattern.source, `${pattern.flags.replace('i', '')}i`);
  insensitive.set(pattern, known);
  return known;
}

/** What people put behind a line that they quote in a sentence. */
const quotedEnd = /[.,"'`]$/;

function withoutEnd(line: UnwrappedLine): UnwrappedLine {
  return { ...line, message: line.message.replace(/[.,"'`]+$/, '') };
}

interface SignTest {
  readonly sign: LogSign;
  /** Which signs it stands for. */
  readonly places: readonly number[];
}

const mostBits = 30;

function testsOf(signs: readonly IndexedSign[]): readonly SignTest[] {
  const tests: { readonly sign: LogSign; readonly places: number[] }[] = [];
  const byPattern = new Map<string, (typeof tests)[number]>();
  signs.forEach(({ sign }, place) => {
    const { pattern, applies } = sign;
    const key = `${pattern.flags}/${pattern.source}`;
    const alike = applies ? undefined : byPattern.get(key);
    if (alike) {
      alike.places.push(place);
      return;
    }
    const test = { sign, places: [place] };
    tests.push(test);
    if (!applies) byPattern.set(key, test);
  });
  return tests;
}
