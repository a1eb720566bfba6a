import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countCheckResults, createRunFolder, readResult } from '../../reports/run/run-folder';
import { removeReports } from '../../reports/written/write-reports';
import type { ResultFile } from '../model/result';
import { type RunOptions, setting, toEnvironment, withoutSettings } from '../settings/settings';
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
  /** Undefined if it broke off before there was one. */
  readonly result: ResultFile | undefined;
  /** What a run printed that shows nothing itself: why it broke off, as a rule. */
  readonly output: string;
}

/** Runs the suites in Jest, which is their one runner, and says how it ended. */
export async function runVerifyProject(run: VerifyRun): Promise<VerifyEnd> {
  const command = jestCommand(run.root);
  prepareOutFolder(run.outFolder);
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
    });
    return { jest, result: readResult(runFolder), output: outputFile ? readFileSync(outputFile, 'utf8') : '' };
  } finally {
    clearInterval(timer);
    rmSync(runFolder, { recursive: true, force: true });
  }
}

function prepareOutFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    removeReports(folder);
  } catch (error) {
    throw new Error(`no reports can be written to ${folder}: ${(error as Error).message}`, { cause: error });
  }
}

function jestCommand(root: string): [string, ...string[]] {
  return [
    process.execPath,
    jestProgram(),
    `--config=${ownProgram(join(root, 'jest.config'))}`,
    '--selectProjects=verify',
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
    ...withoutSettings(run.env),
    ...toEnvironment({
      tunnel: setting('tunnel', run.env),
      ...run.options,
      runFolder,
      outFolder: run.outFolder,
      // The result is the source of all others, and what --last-failed and other programs read.
      formats: run.formats.length > 0 ? ['json', ...run.formats] : [],
      suiteOrder: run.suiteOrder,
      verbose: run.verbose,
      quiet: run.show === 'nowhere' || run.onProgress !== undefined,
    }),
  };
}
