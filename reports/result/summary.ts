import type { CheckResult, ResultFile, Summary } from '../../helpers/model/result';
import { relayUnasked } from './relay-unasked';

/** Counts the verdicts. */
export function summarise(checks: readonly CheckResult[]): Summary {
  const warned = checks.filter(({ verdict, warning }) => verdict === 'held' && warning !== undefined).length;
  return {
    held: count(checks, 'held'),
    ...(warned > 0 && { warned }),
    failed: count(checks, 'failed'),
    accepted: count(checks, 'accepted'),
    notApplicable: count(checks, 'not-applicable'),
    couldNotTell: count(checks, 'could-not-tell'),
  };
}

/**
 * The exit status for a result: 0 all held, 1 something failed, 2 could not tell. What failed is known to have
 * failed, whatever else could not be told; what a profile accepts counts neither way. Where nothing held, or nobody could look
 * for an open relay, nothing is proved: that is 2 and never 0.
 */
export function exitStatus({ summary, checks }: Pick<ResultFile, 'summary' | 'checks'>): 0 | 1 | 2 {
  if (summary.failed > 0) return 1;
  return summary.couldNotTell > 0 || summary.held === 0 || relayUnasked(checks) !== undefined ? 2 : 0;
}

/**
 * The status with which `verify` ends: that of the result, and 3 where all that failed did so because `--strict` takes warnings
 * for failures.
 */
export function endStatus(result: Pick<ResultFile, 'summary' | 'checks'>): 0 | 1 | 2 | 3 {
  const status = exitStatus(result);
  const failed = result.checks.filter(({ verdict }) => verdict === 'failed');
  return status === 1 &&
    failed.length > 0 &&
    failed.every(({ warning }) => warning !== undefined) &&
    result.summary.couldNotTell === 0
    ? 3
    : status;
}

/** The summary in words, such as `58 held, 2 failed, 3 not applicable`; verdicts that nothing came to are left out. */
export function summaryText(summary: Summary): string {
  const parts = [
    [summary.held, 'held'],
    [summary.warned ?? 0, 'of them with a warning'],
    [summary.failed, 'failed'],
    [summary.accepted, 'accepted'],
    [summary.notApplicable, 'not applicable'],
    [summary.couldNotTell, 'could not tell'],
  ] as const;
  const named = parts.filter(([number]) => number > 0).map(([number, verdict]) => `${number} ${verdict}`);
  return named.length > 0 ? named.join(', ') : 'no check ran';
}

function count(checks: readonly CheckResult[], verdict: CheckResult['verdict']): number {
  return checks.filter((check) => check.verdict === verdict).length;
}
