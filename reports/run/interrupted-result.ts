import type { ResultFile } from '../../helpers/model/result';
import { assembleResult, type ResultParts, undecided } from './assemble-result';
import { ownTool } from './own-tool';
import { readRunFolder } from './run-folder';
import { inSuiteOrder } from './suite-order';

/** What the command line knows of the run that it has interrupted. */
export interface InterruptedRun
  extends Pick<ResultParts, 'startedAt' | 'durationMs' | 'targetName' | 'definedIn' | 'shard'> {
  readonly runFolder: string;
  readonly suiteOrder: readonly string[];
}

/** What was answered until a run was interrupted, marked as that; undefined where nothing was. */
export function interruptedResult({ runFolder, suiteOrder, ...known }: InterruptedRun): ResultFile | undefined {
  const left = readRunFolder(runFolder);
  const answered = inSuiteOrder(left.checks, suiteOrder);
  if (answered.length === 0) return undefined;
  return assembleResult({
    ...left,
    ...known,
    tool: ownTool(),
    tests: answered.map(({ id, suite, title, durationMs }) => ({ id, suite, title, durationMs, failure: undefined })),
    problems: [undecided(notToItsEnd, `interrupted: only ${answered.length} checks have an answer`)],
  });
}

const notToItsEnd = { id: 'harness/run', suite: 'harness', title: 'The run comes to its end', durationMs: 0 };
