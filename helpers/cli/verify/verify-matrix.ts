import { availableParallelism } from 'node:os';
import { tellGithubMatrix } from '../../../reports/github/tell-github';
import { type Matrix, matrixStatus } from '../../../reports/matrix/matrix';
import { MatrixProgress } from '../../../reports/matrix/matrix-progress';
import { renderMatrix } from '../../../reports/matrix/matrix-table';
import { prepareMatrixFolder, serverFolders, writeMatrix } from '../../../reports/matrix/write-matrix';
import { shownPath } from '../../../reports/terminal/shown-path';
import { terminalOf } from '../../../reports/terminal/terminal';
import { jsonText } from '../../../reports/text/json-text';
import { prepareRun } from '../../running/prepare-run';
import { runMatrix } from '../../running/run-matrix';
import type { RunOutcome } from '../../running/run-outcome';
import { runVerifyProject, type VerifyEnd, type VerifyRun } from '../../running/run-verify-project';
import { sharedInterrupt } from '../../running/shared-interrupt';
import { defaultOptions, type RunOptions } from '../../settings/settings';
import { referenceVersions } from '../../targets/reference-servers';
import { briefMatrix } from './brief';
import { countAsked } from './catalogue';
import type { NamedTarget } from './targets';
import type { Showing } from './verify-one';

/**
 * A run of a server waits half of the time and works, with its containers, about as long on one core: as many as
 * there are cores keep all of them busy, and more only make checks wait that have limits.
 */
const atOnce = Math.max(2, availableParallelism());

/** Runs the suites on several servers, on every reference server where none is named, and reports one table. */
export async function verifyMatrix(
  run: VerifyRun,
  { json, suites }: Showing,
  named?: readonly NamedTarget[],
): Promise<RunOutcome> {
  const targets = named ?? referenceVersions.map((name) => ({ name, image: name, profile: defaultOptions.profile }));
  const names = targets.map(({ name }) => name);
  const options = new Map(targets.map(({ name, ...target }) => [name, { ...run.options, ...target }]));
  prepareMatrixFolder(run.outFolder, names);
  const startedAt = new Date();
  const stream = json ? process.stderr : process.stdout;
  const terminal = terminalOf(run.env, stream);
  const show = (text: string) => void stream.write(text);
  const output = {
    ...terminal,
    write: run.show === 'nowhere' ? () => {} : show,
    liveWidth: terminal.width,
    now: () => Date.now(),
  };
  const progress = new MatrixProgress(output, names, countAsked(suites, run.options.only));
  const timer = setInterval(() => progress.tick(), 1000);
  try {
    const { servers, interrupted } = await runMatrix({
      servers: names,
      named: named !== undefined,
      atOnce,
      prepare: (name) => prepareRun(options.get(name) ?? run.options, (line) => progress.say(line)),
      ask: oneOfSeveral(run, options, progress),
      progress,
    });
    if (interrupted !== undefined) return { status: interrupted, remark: 'interrupted' };
    progress.end();
    const durationMs = Date.now() - startedAt.getTime();
    const matrix: Matrix = { schema, startedAt: startedAt.toISOString(), durationMs, servers };
    const reportPaths = writeMatrix(run.outFolder, matrix, run.formats).map(shownPath);
    if (json) process.stdout.write(jsonText(matrix));
    if (run.show === 'nowhere') show(briefMatrix(matrix));
    else show(`\n${renderMatrix(matrix, { ...terminal, verbose: run.verbose, reportPaths })}`);
    tellGithubMatrix(matrix, run.env, show);
    return { status: matrixStatus(matrix), remark: undefined };
  } finally {
    clearInterval(timer);
    progress.end();
  }
}

const schema = 'smtp-auth-harness/matrix/2';

function oneOfSeveral(
  run: VerifyRun,
  options: ReadonlyMap<string, RunOptions>,
  progress: MatrixProgress,
): (name: string) => Promise<VerifyEnd> {
  const join = sharedInterrupt(run);
  const folders = serverFolders(run.outFolder, [...options.keys()]);
  return async (name) => {
    const share = join();
    try {
      return await runVerifyProject({
        ...run,
        ...share,
        options: options.get(name) ?? run.options,
        outFolder: folders.get(name) ?? run.outFolder,
        onProgress: (answered) => progress.answered(name, answered),
      });
    } finally {
      share.leave();
    }
  };
}
