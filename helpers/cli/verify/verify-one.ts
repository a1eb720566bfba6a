import type { Baseline } from '../../../reports/comparison/baseline';
import { tellGithub } from '../../../reports/github/tell-github';
import { sumText } from '../../../reports/result/asked';
import { shownPath } from '../../../reports/terminal/shown-path';
import { terminalOf } from '../../../reports/terminal/terminal';
import { jsonText } from '../../../reports/text/json-text';
import type { ResultFile } from '../../model/result';
import { type RunOutcome, runOutcome } from '../../running/run-outcome';
import { runVerifyProject, type VerifyRun } from '../../running/run-verify-project';
import { againstBaseline, writeBaseline } from './against-baseline';
import { brief } from './brief';
import { countAsked, type SuiteListing } from './catalogue';

/** How the result is shown besides the reports, and what could be asked. */
export interface Showing {
  /** The result goes to standard output, all else to standard error. */
  readonly json: boolean;
  readonly suites: readonly SuiteListing[];
  /** What the run is compared with. */
  readonly baseline?: Baseline | undefined;
  /** The file to which the run is written as a baseline. */
  readonly writeBaselineTo?: string | undefined;
}

/** Runs the suites on one server. */
export async function verifyOne(run: VerifyRun, showing: Showing): Promise<RunOutcome> {
  const { json, suites } = showing;
  const { jest, result } = await runVerifyProject(run);
  const { status, remark } = runOutcome(jest, result);
  if (jest.kind === 'interrupted') return { status, remark: result ? whatIsLeft(result, run) : remark };
  if (result === undefined) return { status, remark };
  if (run.show === 'nowhere') {
    const show = (text: string) => void (json ? process.stderr : process.stdout).write(text);
    show(brief(result));
    tellGithub(result, run.env, show);
  }
  if (json) process.stdout.write(jsonText(result));
  const left = countAsked(suites, run.options.only) - result.checks.length;
  const { maxFailures } = run.options;
  const stopped = maxFailures !== undefined && result.summary.failed >= maxFailures && left > 0;
  return {
    status: status === 2 && remark !== undefined ? status : regression(run, result, showing, status),
    remark: remark ?? (stopped ? `${left} checks were not asked: --max-failures ${maxFailures}` : undefined),
  };
}

/** What an interrupted run leaves, in a line. */
function whatIsLeft(result: ResultFile, { outFolder }: VerifyRun): string {
  return `interrupted: ${sumText(result)}; reported until then in ${shownPath(outFolder)}`;
}

/** Compares and writes what was asked for; the exit status, which is the comparison's where there is one. */
function regression(
  run: VerifyRun,
  result: ResultFile,
  { json, baseline, writeBaselineTo }: Showing,
  status: number,
): number {
  if (writeBaselineTo !== undefined) writeBaseline(writeBaselineTo, result);
  if (baseline === undefined) return status;
  const stream = json ? process.stderr : process.stdout;
  const { colour } = terminalOf(run.env, stream);
  const compared = againstBaseline(baseline, result, { only: run.options.only, colour, all: run.verbose });
  stream.write(`\n${compared.text}`);
  return compared.status;
}
