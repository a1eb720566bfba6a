import type { VersionRange } from '../model/failure-mode';
import type { Level, RelayCell } from '../model/result';
import type { Finding } from '../model/verdict';
import type { Probe } from '../sessions/probe';
import type { Target, TargetFacts } from '../targets/target';

/** One question with one answer, put to a running server over the wire. */
export interface Check {
  /** `<suite>/<name>`, stable: profiles, baselines and reports refer to it. */
  readonly id: string;
  /** A fact in the present tense, true of a server that does well. */
  readonly title: string;
  /** What goes wrong for people where it does not hold; the suite's own where nothing is said. */
  readonly why?: string;
  /** What follows where it is not so: see `Level`. */
  readonly level: Level;
  /** RFC section or Postfix manual page that says so. */
  readonly reference: string;
  /** Numbers of the how-to's rows that it proves: see howto-rows.ts. */
  readonly rows?: readonly number[];
  /** Where it stands in the relay matrix, if it is one of its checks. */
  readonly cell?: (facts: TargetFacts) => RelayCell;
  /** Servers that are known to do otherwise: told of them, and neither failed nor warned of. */
  readonly deviations?: readonly KnownDeviation[];
  /** Why the question can't be put to such a target; undefined where it can. */
  readonly notApplicable?: (facts: TargetFacts) => string | undefined;
  /** How long it may take, where that is more than three minutes. */
  readonly longestMs?: number;
  /** Asks, and says what was expected and what was seen. */
  readonly ask: (probe: Probe) => Promise<readonly Finding[]>;
}

/** What a server is known to do otherwise than a check expects, in all its installations. */
export interface KnownDeviation {
  /** As in the result file, such as `Postfix`. */
  readonly mta: string;
  /** Where it is known to begin or to end; of all versions unless said. */
  readonly versions?: VersionRange;
  /** The versions that were asked, and did so. */
  readonly seenIn: readonly string[];
  /** Of servers with the how-to's configuration alone. */
  readonly configuration?: 'howto';
  /** What is seen of it: of every finding that is not as expected. */
  readonly saw: RegExp;
  /** Why it does so, and since when. */
  readonly why: string;
  /** Where that is written: manual, or source. */
  readonly source: string;
}

/** The checks of one subject. */
export interface Suite {
  readonly id: string;
  readonly title: string;
  /** What goes wrong for people where its checks do not hold. */
  readonly why: string;
  /** How its checks go about it, where their titles do not tell; for the documents. */
  readonly how?: string;
  readonly checks: readonly Check[];
  /**
   * How many of its checks are asked at a time beside those of other suites; where nothing is said, they take their turn with
   * the others. Of suites that ask servers of their own, and mostly wait.
   */
  readonly apart?: number;
  /** Begins, before any check is asked, what several of its checks wait for. */
  readonly begin?: (target: Target) => void;
}
