import type { FoundLine } from '../model/diagnosis';
import type { FailureMode, LogSign } from '../model/failure-mode';
import type { IndexedSign } from './sign-index';

/** What the lines of one sign amount to. */
export interface SignTally {
  readonly sign: LogSign;
  readonly count: number;
  readonly first: FoundLine;
  readonly last: FoundLine;
  /** The first few. */
  readonly sample: readonly FoundLine[];
}

/** Modes that the same lines suggest. */
export interface Candidates {
  readonly ids: readonly string[];
  readonly count: number;
}

/** Counts what was seen of every mode, in memory that doesn't grow with the log. */
export class Tally {
  /** By mode first: modes that write the same line may share the sign for it. */
  private readonly modes = new Map<FailureMode, CountedMode>();
  private readonly groups = new Map<string, { ids: readonly string[]; count: number }>();

  /**
   * Notes a line and all signs that match it. A line that a sign names has been explained: it suggests nothing else;
   * and where it is noise, it accompanies nothing else either.
   */
  add(matched: readonly IndexedSign[], found: () => FoundLine): void {
    const naming = new Set(matched.filter(({ sign }) => sign.strength === 'names').map(({ mode }) => mode));
    const harmless = [...naming].some(({ kind }) => kind === 'noise');
    const counting = matched.filter(
      ({ mode, sign }) => naming.size === 0 || naming.has(mode) || (sign.strength === 'accompanies' && !harmless),
    );
    for (const { mode, sign } of counting) this.count(mode, sign, found);
    const telling = counting.filter(({ sign }) => sign.strength !== 'accompanies').map(({ mode }) => mode);
    for (const mode of new Set(telling)) this.counted(mode).lines++;
    const suggested = counting.filter(({ sign }) => sign.strength === 'suggests').map(({ mode }) => mode.id);
    if (suggested.length > 0) this.countGroup([...new Set(suggested)]);
  }

  /** What was seen of a mode's signs of these strengths. */
  of(mode: FailureMode, ...strengths: readonly LogSign['strength'][]): readonly SignTally[] {
    return mode.symptoms.log
      .filter(({ strength }) => strengths.includes(strength))
      .flatMap((sign) => this.modes.get(mode)?.signs.get(sign) ?? [])
      .map((counted) => ({ ...counted, last: counted.last() }));
  }

  /** How many lines name or suggest a mode. */
  lines(mode: FailureMode): number {
    return this.modes.get(mode)?.lines ?? 0;
  }

  /** The sets of modes that lines suggest, a mode that a line names not among them. */
  candidates(): readonly Candidates[] {
    return [...this.groups.values()];
  }

  private counted(mode: FailureMode): CountedMode {
    const known = this.modes.get(mode);
    if (known) return known;
    const counted = { lines: 0, signs: new Map() };
    this.modes.set(mode, counted);
    return counted;
  }

  private count(mode: FailureMode, sign: LogSign, found: () => FoundLine): void {
    const { signs } = this.counted(mode);
    const counted = signs.get(sign);
    if (!counted) {
      const first = found();
      signs.set(sign, { sign, count: 1, first, last: found, sample: [first] });
      return;
    }
    counted.count++;
    counted.last = found;
    if (counted.sample.length < sampleSize) counted.sample.push(found());
  }

  private countGroup(ids: readonly string[]): void {
    const key = ids.join(' ');
    const group = this.groups.get(key);
    if (group) group.count++;
    else this.groups.set(key, { ids, count: 1 });
  }
}

const sampleSize = 3;

interface CountedMode {
  lines: number;
  readonly signs: Map<LogSign, Counted>;
}

interface Counted {
  readonly sign: LogSign;
  count: number;
  readonly first: FoundLine;
  /** Made only when asked for: to mask a line costs more than to count it. */
  last: () => FoundLine;
  readonly sample: FoundLine[];
}
