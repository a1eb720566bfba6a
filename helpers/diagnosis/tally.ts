import type { FailureMode, LogSign } from '../model/failure-mode';
import type { FoundLine } from './diagnosis';
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
  private readonly signs = new Map<LogSign, Counted>();
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
    for (const { sign } of counting) this.count(sign, found);
    const suggested = counting.filter(({ sign }) => sign.strength === 'suggests').map(({ mode }) => mode.id);
    if (suggested.length > 0) this.countGroup([...new Set(suggested)]);
  }

  /** What was seen of a mode's signs of these strengths. */
  of(mode: FailureMode, ...strengths: readonly LogSign['strength'][]): readonly SignTally[] {
    return mode.symptoms.log
      .filter(({ strength }) => strengths.includes(strength))
      .flatMap((sign) => this.signs.get(sign) ?? [])
      .map((counted) => ({ ...counted, last: counted.last() }));
  }

  /** The sets of modes that lines suggest, a mode that a line names not among them. */
  candidates(): readonly Candidates[] {
    return [...this.groups.values()];
  }

  private count(sign: LogSign, found: () => FoundLine): void {
    const counted = this.signs.get(sign);
    if (!counted) {
      const first = found();
      this.signs.set(sign, { sign, count: 1, first, last: found, sample: [first] });
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

interface Counted {
  readonly sign: LogSign;
  count: number;
  readonly first: FoundLine;
  /** Made only when asked for: to mask a line costs more than to count it. */
  last: () => FoundLine;
  readonly sample: FoundLine[];
}
