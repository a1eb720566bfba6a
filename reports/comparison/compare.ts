import type { VerdictKind } from '../../helpers/model/verdict';
import type { Baseline, CheckBaseline } from './baseline';
import { type ChangedBehaviour, changedBehaviour, changedQuestions } from './changed-behaviour';

/** What is different between two runs, the second judged by the first. */
export interface Comparison {
  readonly before: Baseline['target'];
  readonly now: Baseline['target'];
  /** Failed or could not tell, and did neither before. */
  readonly worse: readonly ChangedVerdict[];
  /** Failed or could not tell before, and does neither now. */
  readonly better: readonly ChangedVerdict[];
  /** Came to another verdict that is neither better nor worse, such as not applicable. */
  readonly otherwise: readonly ChangedVerdict[];
  /** Failed or could not tell, as before. */
  readonly still: readonly ChangedVerdict[];
  /** Asked before, and not now. */
  readonly gone: readonly string[];
  /** Not asked before; those that don't hold stand in `worse` too. */
  readonly added: readonly string[];
  /** How long the server took to start, in each; told, and no matter of better or worse. */
  readonly startMs?: { readonly before: number; readonly now: number };
  /** How many checks are in both. */
  readonly common: number;
  /** What the server does otherwise in them, the change that most checks saw first. */
  readonly behaviour: readonly ChangedBehaviour[];
}

/** A check with what it came to; undefined where it was not asked. */
export interface ChangedVerdict {
  readonly id: string;
  readonly before: VerdictKind | undefined;
  readonly now: VerdictKind;
}

/** Compares two runs. */
export function compare(before: Baseline, now: Baseline): Comparison {
  const verdicts = [...now.checks].map(([id, { verdict }]) => ({
    id,
    before: before.checks.get(id)?.verdict,
    now: verdict,
  }));
  const common = verdicts.flatMap(({ id }) => {
    const was = before.checks.get(id);
    return was === undefined ? [] : [[id, was, now.checks.get(id) as CheckBaseline] as const];
  });
  // Fewer checks ask fewer questions: only runs that asked the same can be compared in what the server asked then.
  const asksTheSame = common.length === before.checks.size && common.length === now.checks.size;
  return {
    before: before.target,
    now: now.target,
    worse: verdicts.filter((one) => !isWrong(one.before) && isWrong(one.now)),
    better: verdicts.filter((one) => isWrong(one.before) && !isWrong(one.now)),
    otherwise: verdicts.filter(
      (one) => one.before !== undefined && one.before !== one.now && isWrong(one.before) === isWrong(one.now),
    ),
    still: verdicts.filter((one) => isWrong(one.before) && one.before === one.now),
    gone: [...before.checks.keys()].filter((id) => !now.checks.has(id)),
    added: verdicts.filter((one) => one.before === undefined).map(({ id }) => id),
    common: common.length,
    ...(before.startMs !== undefined &&
      now.startMs !== undefined && { startMs: { before: before.startMs, now: now.startMs } }),
    behaviour: [
      ...changedBehaviour(common.map(([id, was, is]) => [id, was.behaviour, is.behaviour])),
      ...(asksTheSame ? changedQuestions(before.dns, now.dns) : []),
    ],
  };
}

/**
 * The exit status that a comparison comes to: 1 where something is worse, 2 where nothing in the run holds, so that nothing is
 * proved; a failure that was there before is no reason to fail.
 */
export function comparisonStatus({ worse }: Comparison, now: Baseline): 0 | 1 | 2 {
  if (worse.length > 0) return 1;
  return [...now.checks.values()].some(({ verdict }) => verdict !== 'not-applicable') ? 0 : 2;
}

/** Whether nothing at all is different. */
export function isSame(comparison: Comparison): boolean {
  const { worse, better, otherwise, gone, added, behaviour } = comparison;
  return [worse, better, otherwise, gone, added, behaviour].every(({ length }) => length === 0);
}

/** The part of a baseline that a run asks which asks only some checks. */
export function restrict(baseline: Baseline, isAsked: (id: string) => boolean): Baseline {
  return { ...baseline, checks: new Map([...baseline.checks].filter(([id]) => isAsked(id))) };
}

function isWrong(verdict: VerdictKind | undefined): boolean {
  return verdict === 'failed' || verdict === 'could-not-tell';
}
