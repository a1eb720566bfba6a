import type { Evidence } from './evidence';
import type { HowtoRow } from './howto-row';

/** The result file: the source of every report. Its shape is versioned by `schema`. */
export interface ResultFile {
  readonly schema: 'smtp-auth-harness/result/1';
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly target: TargetSummary;
  readonly summary: Summary;
  readonly checks: readonly CheckResult[];
  /** The rows of the how-to that the checks are about, in their order. */
  readonly howto: readonly RowResult[];
  readonly failureModes: readonly string[];
}

/** What was tested, as read from the running server. */
export interface TargetSummary {
  readonly name: string;
  readonly image: string;
  /** Such as `Postfix`. */
  readonly mta: string;
  /** Name to version, such as `postfix` → `3.7.11`. */
  readonly versions: Readonly<Record<string, string>>;
  readonly hostname: string;
  /** What its ports were seen to offer, a line each; for a target that is not ours. */
  readonly seen?: readonly string[];
  /** What the reader must know before trusting the result, such as that Debian stands in for CentOS. */
  readonly notice: string | undefined;
}

/** How many checks came to each verdict. */
export interface Summary {
  readonly held: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly couldNotTell: number;
}

/** What the checks of one row of the how-to come to. */
export interface RowResult extends HowtoRow {
  /** The worst verdict of its checks; not applicable where all of them are. */
  readonly verdict: CheckResult['verdict'];
  /** The ids of its checks. */
  readonly checks: readonly string[];
}

/** What a check asks of RFCs and of taste: a MUST, a SHOULD, or a fact worth knowing. */
export type Level = 'must' | 'should' | 'may';

/** One check with its verdict. */
export interface CheckResult {
  /** Such as `open-relay/outside-anonymous-foreign`. */
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly level: Level;
  readonly reference: string;
  /** The rows of the how-to that it proves; empty where the how-to says nothing of it. */
  readonly rows: readonly HowtoRow[];
  readonly verdict: 'held' | 'failed' | 'not-applicable' | 'could-not-tell';
  readonly reason?: string;
  /**
   * What the reader must be told although the check holds, such as `trusted by address: 172.17.0.1`: nobody has said whether
   * it is meant. `reason` has what was seen.
   */
  readonly warning?: string | undefined;
  readonly durationMs: number;
  readonly evidence: Evidence;
}
