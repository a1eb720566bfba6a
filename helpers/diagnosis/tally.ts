import type { FoundLine, Similar } from '../model/diagnosis';
import type { FailureMode, LogSign } from '../model/failure-mode';
import { type Claim, doubted } from './claim';

/** What the lines of one sign amount to. */
export interface SignTally {
  readonly sign: LogSign;
  readonly count: number;
  readonly first: FoundLine;
  readonly last: FoundLine;
  /** The places of these two, by which lines of several logs are in one order. */
  readonly from: number;
  readonly to: number;
  /** The first few. */
  readonly sample: readonly FoundLine[];
}

/** Modes that the same lines suggest. */
export interface Candidates {
  readonly ids: readonly string[];
  readonly count: number;
}

/** Where lines are that have been read, until what they are in has been gone through. */
export interface LinePlaces {
  /** The line at a place: a number that grows from line to line, over all logs. */
  readonly found: (place: number) => FoundLine;
  /** The same line, to be had later, when its place is gone. */
  readonly keep: (place: number) => () => FoundLine;
}

/** Counts what was seen of every mode, in memory that doesn't grow with the log. */
export class Tally {
  readonly #places: LinePlaces;
  readonly #claims = new Map<Claim, CountedClaim>();
  #touched: CountedClaim[] = [];
  #sums: ReadonlyMap<FailureMode, ModeSum> | undefined;

  constructor(places: LinePlaces) {
    this.#places = places;
  }

  /** Notes a line that makes this claim; `kept` gives a line whose place may be gone. */
  add(claim: Claim, place: number, kept?: () => FoundLine): void {
    const counted = this.#claims.get(claim);
    if (!counted) {
      const first = this.#lineAt(place, kept);
      this.#claims.set(claim, {
        claim,
        count: 1,
        sample: [first],
        last: first,
        isTouched: false,
        place,
        kept,
      });
      return;
    }
    counted.count++;
    if (counted.sample.length < sampleSize) counted.sample.push(this.#lineAt(place, kept));
    if (!counted.isTouched) this.#touched.push(counted);
    counted.isTouched = true;
    counted.place = place;
    counted.kept = kept;
  }

  /** Takes what it needs of the lines that were noted; after that their bytes may go. */
  settle(): void {
    for (const counted of this.#touched) {
      const { place, kept } = counted;
      if (place > counted.last.order) counted.last = this.#lineAt(place, kept);
      counted.isTouched = false;
      counted.kept = undefined;
    }
    this.#touched = [];
    this.#sums = undefined;
  }

  /** Whether no line made a claim. */
  get isEmpty(): boolean {
    return this.#claims.size === 0;
  }

  /** What was seen of a mode's signs of these strengths. */
  of(mode: FailureMode, ...strengths: readonly LogSign['strength'][]): readonly SignTally[] {
    const signs = this.#sumOf(mode)?.signs;
    if (!signs) return [];
    return mode.symptoms.log
      .flatMap((sign) => (sign.strength === 'names' ? [sign, doubted(sign)] : [sign]))
      .filter(({ strength }) => strengths.includes(strength))
      .flatMap((sign) => signs.get(sign) ?? []);
  }

  /** Whether a line has this sign of the mode, be it in doubt or not. */
  has(mode: FailureMode, sign: LogSign): boolean {
    const signs = this.#sumOf(mode)?.signs;
    return signs !== undefined && (signs.has(sign) || signs.has(doubted(sign)));
  }

  /** How many lines name or suggest a mode. */
  lines(mode: FailureMode): number {
    return this.#sumOf(mode)?.lines ?? 0;
  }

  /** How many lines name the mode with this id. */
  namingLines(id: string): number {
    const naming = [...this.#claims.values()].filter(
      ({ claim }) => claim.names && claim.telling.some((one) => one.id === id),
    );
    return naming.reduce((sum, { count }) => sum + count, 0);
  }

  /** The lines that go with modes of which no line of their own came. */
  accompanying(): readonly Similar[] {
    return [...this.#claims.values()].flatMap(({ claim: { telling, counting }, sample: [first] }) => {
      return telling.length === 0 && first ? [{ line: first.line, modes: counting.map(({ mode }) => mode) }] : [];
    });
  }

  /** The sets of modes that lines suggest, a mode that a line names not among them. */
  candidates(): readonly Candidates[] {
    const groups = new Map<string, Candidates>();
    for (const { claim, count } of this.#claims.values()) {
      if (claim.suggested.length === 0) continue;
      const key = claim.suggested.join(' ');
      groups.set(key, { ids: claim.suggested, count: count + (groups.get(key)?.count ?? 0) });
    }
    return [...groups.values()];
  }

  #lineAt(place: number, kept: (() => FoundLine) | undefined): OrderedLine {
    return { order: place, line: kept ? kept() : this.#places.found(place) };
  }

  #sumOf(mode: FailureMode): ModeSum | undefined {
    this.#sums ??= sumUp([...this.#claims.values()]);
    return this.#sums.get(mode);
  }
}

const sampleSize = 3;

interface CountedClaim {
  readonly claim: Claim;
  count: number;
  /** The first few. */
  readonly sample: OrderedLine[];
  last: OrderedLine;
  /** Whether one was noted since the last call of `settle`, and the last of these. */
  isTouched: boolean;
  place: number;
  kept: (() => FoundLine) | undefined;
}

interface OrderedLine {
  readonly order: number;
  readonly line: FoundLine;
}

interface ModeSum {
  lines: number;
  readonly signs: Map<LogSign, SignTally>;
}

/** Every sign with all claims that it counts in. */
function sumUp(claims: readonly CountedClaim[]): ReadonlyMap<FailureMode, ModeSum> {
  const sums = new Map<FailureMode, { lines: number; readonly counted: Map<LogSign, CountedClaim[]> }>();
  const sumOf = (mode: FailureMode) => {
    const sum = sums.get(mode) ?? { lines: 0, counted: new Map() };
    sums.set(mode, sum);
    return sum;
  };
  for (const counted of claims) {
    for (const { mode, sign } of counted.claim.counting) {
      const ofSign = sumOf(mode).counted;
      ofSign.set(sign, [...(ofSign.get(sign) ?? []), counted]);
    }
    for (const mode of counted.claim.telling) sumOf(mode).lines += counted.count;
  }
  return new Map(
    [...sums].map(([mode, { lines, counted }]) => {
      return [mode, { lines, signs: new Map([...counted].map(([sign, all]) => [sign, tallyOf(sign, all)])) }];
    }),
  );
}

function tallyOf(sign: LogSign, counted: readonly CountedClaim[]): SignTally {
  const byOrder = (a: OrderedLine, b: OrderedLine) => a.order - b.order;
  const sorted = counted.flatMap((one) => one.sample).sort(byOrder);
  const last = counted.map((one) => one.last).sort(byOrder);
  const count = counted.reduce((sum, one) => sum + one.count, 0);
  const [begin, end] = [sorted[0], last.at(-1)] as [OrderedLine, OrderedLine];
  const sample = sorted.slice(0, sampleSize).map(({ line }) => line);
  return { sign, count, sample, first: begin.line, last: end.line, from: begin.order, to: end.order };
}
