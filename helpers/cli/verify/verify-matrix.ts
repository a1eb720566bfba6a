import { availableParallelism } from 'node:os';
import { type Matrix, matrixStatus } from '../../../reports/matrix/matrix';
import { MatrixProgress } from '../../../reports/matrix/matrix-progress';
import { renderMatrix } from '../../../reports/matrix/matrix-table';
import { prepareMatrixFolder, serverFolder, writeMatrix } from '../../../reports/matrix/write-matrix';
import { shownPath } from '../../../reports/terminal/shown-path';
import { terminalOf } from '../../../reports/terminal/terminal';
import { jsonText } from '../../../reports/text/json-text';
import { runMatrix } from '../../running/run-matrix';
import type { RunOutcome } from '../../running/run-outcome';
import { runVerifyProject, type VerifyEnd, type VerifyRun } from '../../running/run-verify-project';
import { sharedInterrupt } from '../../running/shared-interrupt';
import { prepareTarget } from '../../targets/prepare-target';
import { referenceVersions } from '../../targets/reference-servers';
import { countAsked } from './catalogue';
import type { Showing } from './verify-one';

/**
 * A run of a server waits half of the time and works, with its containers, about as long on one core: as many as
 * there are cores keep all of them busy, and more only make checks wait that have limits.
 */
const atOnce = Math.max(2, availableParallelism());

/** Runs the suites on every reference server, and reports one table. */
export async function verifyMatrix(run: VerifyRun, { json, suites }: Showing): Promise<RunOutcome> {
  const names = referenceVersions;
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
      atOnce,
      prepare: (name) => prepareTarget(name, (line) => progress.say(line)),
      ask: oneOfSeveral(run, progress),
      progress,
    });
    if (interrupted !== undefined) return { status: interrupted, remark: 'interrupted' };
    progress.end();
    const durationMs = Date.now() - startedAt.getTime();
    const matrix: Matrix = { schema, startedAt: startedAt.toISOString(), durationMs, servers };
    const reportPaths = writeMatrix(run.outFolder, matrix).map(shownPath);
    if (json) process.stdout.write(jsonText(matrix));
    if (!json || run.show !== 'nowhere')
      show(`\n${renderMatrix(matrix, { ...terminal, verbose: run.verbose, reportPaths })}`);
    return { status: matrixStatus(matrix), remark: undefined };
  } finally {
    clearInterval(timer);
    progress.end();
  }
}

const schema = 'smtp-auth-harness/matrix/2';

function oneOfSeveral(run: VerifyRun, progress: MatrixProgress): (name: string) => Promise<VerifyEnd> {
  const join = sharedInterrupt(run);
  return async (name) => {
    const share = join();
    try {
      return await runVerifyProject({
        ...run,
        ...share,
        options: { ...run.options, image: name },
        outFolder: serverFolder(run.outFolder, name),
        onProgress: (answered) => progress.answered(name, answered),
      });
    } finally {
      share.leave();
    }
  };
}
