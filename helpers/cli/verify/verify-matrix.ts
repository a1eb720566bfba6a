import { availableParallelism } from 'node:os';
import { tellGithubMatrix } from '../../../reports/github/tell-github';
import { type Matrix, matrixStatus } from '../../../reports/matrix/matrix';
import { MatrixProgress } from '../../../reports/matrix/matrix-progress';
import { renderMatrix } from '../../../reports/matrix/matrix-table';
import { prepareMatrixFolder, serverFolders, writeMatrix } from '../../../reports/matrix/write-matrix';
import { shownPath } from '../../../reports/terminal/shown-path';
import { terminalOf } from '../../../reports/terminal/terminal';
import { jsonText } from '../../../reports/text/json-text';
import { EngineProcess } from '../../running/engine-process';
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

/** What stands side by side, and where it is asked. */
export interface MatrixPlan {
  /** Every reference server where there is none. */
  readonly named: readonly NamedTarget[] | undefined;
  /** As DOCKER_HOST would name them; the one that is there where there is none. */
  readonly engines: readonly string[];
}

/** Runs the suites on several servers, on every reference server where none is named, and reports one table. */
export async function verifyMatrix(
  run: VerifyRun,
  { json, suites }: Showing,
  { named, engines }: MatrixPlan,
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
  const there = (engines.length > 0 ? engines : [undefined]).map((engine) => {
    return { engine, speaker: new EngineProcess(engine, run.env, (line) => progress.say(line)) };
  });
  const ask = oneOfSeveral(run, options, progress);
  try {
    const { servers, interrupted } = await runMatrix({
      servers: names,
      named: named !== undefined,
      engines: await Promise.all(
        there.map(async ({ engine, speaker }) => ({
          name: engine ?? 'the engine',
          atOnce: roomOf(await speaker.cpus(), there.length),
          prepare: (name: string) => speaker.prepare(options.get(name) ?? run.options),
          ask: (name: string) => ask(name, engine),
          answers: () => speaker.answers(),
        })),
      ),
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
    for (const { speaker } of there) speaker[Symbol.dispose]();
  }
}

/**
 * How many servers an engine with so many processors is asked at the same time, if it is one of so many engines. A run of a server
 * waits half of the time and works, with its containers, about as long on one core: as many as there are cores keep all of them
 * busy, and more only make checks wait that have limits. The harness's part of the work is this machine's.
 */
function roomOf(cpus: number, engines: number): number {
  return Math.min(Math.ceil(Math.max(2, availableParallelism()) / engines), Math.max(2, cpus));
}

const schema = 'smtp-auth-harness/matrix/2';

function oneOfSeveral(
  run: VerifyRun,
  options: ReadonlyMap<string, RunOptions>,
  progress: MatrixProgress,
): (name: string, engine: string | undefined) => Promise<VerifyEnd> {
  const join = sharedInterrupt(run);
  const folders = serverFolders(run.outFolder, [...options.keys()]);
  return async (name, engine) => {
    const share = join();
    try {
      return await runVerifyProject({
        ...run,
        ...share,
        options: { ...(options.get(name) ?? run.options), engine },
        outFolder: folders.get(name) ?? run.outFolder,
        onProgress: (answered) => progress.answered(name, answered),
      });
    } finally {
      share.leave();
    }
  };
}
