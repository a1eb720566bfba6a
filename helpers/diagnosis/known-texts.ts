import type { FailureMode } from '../model/failure-mode';
import { complaintLiterals } from './complaints';
import { TextSearch } from './log/text-search';
import { wrappingTexts } from './log/unwrap-line';
import { loginTexts } from './login-event';
import { type IndexedSign, indexSigns, type SignIndex } from './sign-index';

/** The texts of a catalogue. Whoever diagnoses often does so with one: its signs are put in order once. */
export function textsFor(modes: readonly FailureMode[]): KnownTexts {
  const texts = known.get(modes) ?? new KnownTexts(indexSigns(modes));
  known.set(modes, texts);
  return texts;
}

const known = new WeakMap<readonly FailureMode[], KnownTexts>();

/** All texts by which a line shows that it has to be looked at, found in one go. */
export class KnownTexts {
  readonly search: TextSearch;
  /** All signs, in the order of the catalogue. */
  readonly signs: readonly IndexedSign[];
  readonly everyLine: boolean;
  readonly #index: SignIndex;
  readonly #texts: readonly string[];
  readonly #literals: ReadonlyMap<string, number>;
  readonly #complaints: ReadonlySet<string> = new Set(complaintLiterals);
  readonly #logins: ReadonlySet<string> = new Set(loginTexts);

  constructor(index: SignIndex) {
    this.#index = index;
    this.everyLine = index.everyLine;
    this.signs = index.signs;
    this.#literals = new Map(index.literals.map((literal, number) => [literal, number]));
    const all = [...index.literals, ...complaintLiterals, ...loginTexts, ...wrappingTexts];
    this.#texts = [...new Set(all.map((text) => text.toLowerCase()))];
    this.search = new TextSearch(this.#texts);
  }

  /** The literal of a complaint that the text is, if it is one. */
  complaintOf(text: number): string | undefined {
    const literal = this.#texts[text] as string;
    return this.#complaints.has(literal) ? literal : undefined;
  }

  /** Where one begins that finds texts in a line. */
  none(): TextSet {
    const kept = new Map<string, TextSet>();
    const make = (texts: readonly number[]): TextSet => {
      const key = texts.join();
      const known = kept.get(key);
      if (known) return known;
      const literals = texts.flatMap((text) => this.#literals.get(this.#texts[text] as string) ?? []);
      const isLogin = texts.some((text) => this.#logins.has(this.#texts[text] as string));
      const made = new TextSet(texts, this.#index.candidates(literals), isLogin, make);
      if (kept.size < mostKept) kept.set(key, made);
      return made;
    };
    return make([]);
  }
}

/**
 * Texts that stand in a line. Most lines of a log have one of a few sets of texts, and what follows from each is worked out
 * once.
 */
export class TextSet {
  /** The signs that such a line can have. */
  readonly candidates: readonly IndexedSign[];
  /** Whether such a line may tell of a login. */
  readonly mayTellOfLogin: boolean;
  readonly #texts: readonly number[];
  readonly #next: (TextSet | undefined)[] = [];
  readonly #make: (texts: readonly number[]) => TextSet;

  constructor(
    texts: readonly number[],
    candidates: readonly IndexedSign[],
    mayTellOfLogin: boolean,
    make: (texts: readonly number[]) => TextSet,
  ) {
    this.candidates = candidates;
    this.mayTellOfLogin = mayTellOfLogin;
    this.#texts = texts;
    this.#make = make;
  }

  /** The set with one text more. */
  with(text: number): TextSet {
    const known = this.#next[text];
    if (known) return known;
    const made = this.#texts.includes(text) ? this : this.#make([...this.#texts, text].sort((a, b) => a - b));
    if (this.#next.length < mostNext) this.#next[text] = made;
    return made;
  }
}

const mostKept = 2000;
const mostNext = 2000;
