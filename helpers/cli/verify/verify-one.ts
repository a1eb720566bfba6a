import { type RunOutcome, runOutcome } from '../../running/run-outcome';
import { runVerifyProject, type VerifyRun } from '../../running/run-verify-project';
import { brief } from './brief';
import { countAsked, type SuiteListing } from './catalogue';

/** How the result is shown besides the reports, and what could be asked. */
export interface Showing {
  /** The result goes to standard output, all else to standard error. */
  readonly json: boolean;
  readonly suites: readonly SuiteListing[];
}

/** Runs the suites on one server. */
export async function verifyOne(run: VerifyRun, { json, suites }: Showing): Promise<RunOutcome> {
  const { jest, result } = await runVerifyProject(run);
  const { status, remark } = runOutcome(jest, result);
  if (result === undefined || jest.kind === 'interrupted') return { status, remark };
  if (run.show === 'nowhere') (json ? process.stderr : process.stdout).write(brief(result));
  if (json) process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
  const left = countAsked(suites, run.options.only) - result.checks.length;
  const { maxFailures } = run.options;
  const stopped = maxFailures !== undefined && result.summary.failed >= maxFailures && left > 0;
  return {
    status,
    remark: remark ?? (stopped ? `${left} checks were not asked: --max-failures ${maxFailures}` : undefined),
  };
}
