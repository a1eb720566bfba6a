import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type InterruptedRun, interruptedResult } from '../../reports/run/interrupted-result';
import { countCheckResults, createRunFolder, markInterrupted, readResult } from '../../reports/run/run-folder';
import { formatsNamed } from '../../reports/written/all-formats';
import { prepareFolder, removeReports, writeReports } from '../../reports/written/write-reports';
import type { ResultFile } from '../model/result';
import { type RunOptions, setting, toEnvironment, withoutSettings } from '../settings/settings';
import { engineEnvironment } from './engine-environment';
import { jestProgram } from './jest-program';
import { ownProgram } from './own-program';
import { type ProgramEnd, type ProgramOptions, runToItsEnd } from './run-to-its-end';

/** A run of the verify project: where it is, where its reports go, and whom to ask and tell. */
export interface VerifyRun {
  readonly root: string;
  readonly options: RunOptions;
  readonly outFolder: string;
  /** Formats of the reports beside result.json; those by default where none is named. */
  readonly formats: readonly string[];
  /** Ids of the suites in the order in which they are reported. */
  readonly suiteOrder: readonly string[];
  readonly verbose: boolean;
  /** Where progress and verdicts are shown, if at all; the reports are written whatever is shown. */
  readonly show?: ProgramOptions['stdout'];
  readonly env: NodeJS.ProcessEnv;
  readonly signals: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
  readonly onInterrupt: () => void;
  /** Removes the containers of an interrupted run; Jest's globalTeardown is not run then. */
  readonly cleanUp: () => Promise<void>;
  /** Told every second how many checks have an answer. With it the run shows nothing itself: it is one of several. */
  readonly onProgress?: (answered: number) => void;
}

/** How a run ended, and what it left. */
export interface VerifyEnd {
  readonly jest: ProgramEnd;
  /** Undefined if it broke off before there was one; of an interrupted run what was answered until then. */
  readonly result: ResultFile | undefined;
  /** What a run printed that shows nothing itself: why it broke off, as a rule. */
  readonly output: string;
}

/** Runs the suites in Jest, which is their one runner, and says how it ended. */
export async function runVerifyProject(run: VerifyRun): Promise<VerifyEnd> {
  const command = jestCommand(run.root);
  prepareFolder(run.outFolder);
  removeReports(run.outFolder);
  const [startedAt, sinceMs] = [new Date(), performance.now()];
  const runFolder = createRunFolder();
  const { onProgress } = run;
  const outputFile = onProgress && join(runFolder, 'output.txt');
  const timer = onProgress && setInterval(() => onProgress(countCheckResults(runFolder)), 1000);
  try {
    const env = jestEnvironment(run, runFolder);
    const jest = await runToItsEnd(command, {
      ...run,
      cwd: process.cwd(),
      env,
      outputFile,
      stdout: run.show,
      onInterrupt: () => {
        markInterrupted(runFolder);
        run.onInterrupt();
      },
    });
    const result =
      jest.kind === 'interrupted'
        ? reportInterrupted(run, { runFolder, startedAt, durationMs: performance.now() - sinceMs })
        : readResult(runFolder);
    return { jest, result, output: outputFile ? readFileSync(outputFile, 'utf8') : '' };
  } finally {
    clearInterval(timer);
    rmSync(runFolder, { recursive: true, force: true });
  }
}

/** What was answered until then is worth a report, marked as what it is. */
function reportInterrupted(
  run: VerifyRun,
  known: Pick<InterruptedRun, 'runFolder' | 'startedAt' | 'durationMs'>,
): ResultFile | undefined {
  const { image, profile, running, shard } = run.options;
  const [index, count] = shard?.split('/').map(Number) ?? [];
  const result = interruptedResult({
    ...known,
    suiteOrder: run.suiteOrder,
    targetName: running?.host ?? image,
    ...(profile !== undefined && { definedIn: relative(process.cwd(), profile) }),
    ...(index !== undefined && count !== undefined && { shard: { index, count } }),
  });
  if (result) writeReports(result, formatsNamed(formatsOf(run)), run.outFolder);
  return result;
}

/** The result is the source of all others, and what --last-failed and other programs read. */
function formatsOf({ formats }: VerifyRun): readonly string[] {
  return formats.length > 0 ? ['json', ...formats] : [];
}

function jestCommand(root: string): [string, ...string[]] {
  return [
    process.execPath,
    jestProgram(),
    `--config=${join(root, 'tests/verify/jest.config.js')}`,
    // How many are asked at a time is a matter of their suites.
    '--maxConcurrency=10000',
    `--reporters=${ownProgram(join(__dirname, '../../reports/run/verify-reporter'))}`,
    // With one test file only, Jest would switch this on and let console output through the live line.
    '--verbose=false',
  ];
}

/**
 * The command line alone decides what is asked: variables left over from another run would make this one ask something else.
 * How the engine is reached is not of the run.
 */
function jestEnvironment(run: VerifyRun, runFolder: string): NodeJS.ProcessEnv {
  return {
    ...engineEnvironment(run.options.engine, withoutSettings(run.env)),
    ...toEnvironment({
      tunnel: setting('tunnel', run.env),
      ...run.options,
      runFolder,
      outFolder: run.outFolder,
      formats: formatsOf(run),
      parent: process.pid,
      suiteOrder: run.suiteOrder,
      verbose: run.verbose,
      quiet: run.show === 'nowhere' || run.onProgress !== undefined,
    }),
  };
}
