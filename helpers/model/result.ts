import type { Confidence, FoundFact, FoundLine, OpenQuestion } from './diagnosis';
import type { Evidence } from './evidence';
import type { FailureMode, Repair } from './failure-mode';
import type { HowtoRow } from './howto-row';
import type { Vantage } from './vantage';
import type { VerdictKind } from './verdict';

/** The result file: the source of every report. Its shape is versioned by `schema`. */
export interface ResultFile {
  readonly schema: 'smtp-auth-harness/result/2';
  readonly tool: { readonly name: string; readonly version: string };
  /** ISO 8601. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Which part of a run this is, where it was split (`--shard`); a merge of all parts has none. */
  readonly shard?: { readonly index: number; readonly count: number };
  readonly target: TargetSummary;
  readonly summary: Summary;
  readonly checks: readonly CheckResult[];
  /** The rows of the how-to that the checks are about, in their order. */
  readonly howto: readonly RowResult[];
  /** Why checks failed, the cause that explains most of them first; empty where nothing failed or nothing explains it. */
  readonly failureModes: readonly FoundCause[];
}

/** A failure mode that the server was found to have, and the checks that failed because of it. */
export interface FoundCause {
  readonly id: string;
  readonly kind: FailureMode['kind'];
  readonly title: string;
  /** Why it happens. */
  readonly cause: string;
  readonly confidence: Confidence;
  /** Ids of the checks that it explains. */
  readonly explains: readonly string[];
  /** A few of the log lines that show it. */
  readonly evidence: readonly FoundLine[];
  /** The facts of the configuration that hold. */
  readonly facts: readonly FoundFact[];
  /** What would tell it from other modes that the same lines may come from. */
  readonly undecided: readonly OpenQuestion[];
  readonly repair: Repair;
  readonly references: readonly string[];
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
  /** The file that says what it is, from where the run was started: its profile. Undefined where there is none. */
  readonly definedIn?: string;
  /** What its ports were seen to offer, a line each; for a target that is not ours. */
  readonly seen?: readonly string[];
  /** Where its container ran, such as `Docker 20.10.24`, `Podman 5.4.2, rootless, through a tunnel`; undefined for a running server. */
  readonly engine?: string;
  /** How long it took until it served, with the lab around it. */
  readonly startMs?: number;
  /** What it asked the DNS in the whole run, each question once with its answer, such as `MX elsewhere.example: NXDOMAIN`. */
  readonly dnsQuestions?: readonly string[];
  /** What the reader must know before trusting the result, such as that Debian stands in for CentOS. */
  readonly notice: string | undefined;
}

/** How many checks came to each verdict. */
export interface Summary {
  readonly held: number;
  /** Those of them that hold with a warning; undefined where none does. */
  readonly warned?: number;
  readonly failed: number;
  /** Failed, as the profile says that they may. */
  readonly accepted: number;
  readonly notApplicable: number;
  readonly couldNotTell: number;
}

/** What the checks of one row of the how-to come to. */
export interface RowResult extends HowtoRow {
  /** The worst verdict of its checks; not applicable where all of them are. */
  readonly verdict: VerdictKind;
  /** The ids of its checks. */
  readonly checks: readonly string[];
}

/** The reason of a check that could not be put to a server, because none came about. */
export const noServer = 'there was no server to be asked';

/**
 * What it means where a check's expectation is not met: of a `must` it fails, of a `should` it holds with a warning, which
 * `--strict` makes a failure, and of a `may`, where servers have latitude, it holds and tells what was seen.
 */
export type Level = 'must' | 'should' | 'may';

/** One check with its verdict. */
export interface CheckResult {
  /** Such as `open-relay/outside-anonymous-foreign`. */
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  /** What goes wrong for people where it does not hold. */
  readonly why?: string;
  readonly level: Level;
  readonly reference: string;
  /** The rows of the how-to that it proves; empty where the how-to says nothing of it. */
  readonly rows: readonly HowtoRow[];
  readonly verdict: VerdictKind;
  /** Why it is not `held`, a finding a line; of `accepted`, what failed. */
  readonly reason?: string;
  /** Why the profile accepts the failure; with the verdict `accepted` only. */
  readonly acceptedBecause?: string;
  /** ISO 8601; undefined where it was not asked. */
  readonly startedAt?: string;
  /**
   * What the reader must be told although the check holds, such as `trusted by address: 172.17.0.1`: nobody has said whether
   * it is meant. `reason` has what was seen.
   */
  readonly warning?: string | undefined;
  readonly durationMs: number;
  /** Where it stands in the relay matrix, if it is one of its checks. */
  readonly cell?: RelayCell;
  readonly evidence: Evidence;
}

/** A place in the relay matrix: who asks, from where, on which port, for mail to whom. */
export interface RelayCell {
  readonly vantage: Vantage;
  readonly state: 'anonymous' | 'failed-login' | 'logged-in';
  readonly destination: 'local' | 'foreign';
  /** What the server is meant to do with such mail. */
  readonly expected: 'taken' | 'refused';
  /** Undefined where the check could not be put to the target. */
  readonly port?: number;
}
