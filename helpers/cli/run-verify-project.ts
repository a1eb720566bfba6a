import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createRunFolder, readResult } from '../../reports/run-folder';
import { removeReports } from '../../reports/write-reports';
import { type Conclusion, conclude } from './conclude';
import { type RunOptions, toEnvironment } from './run-options';
import { runToItsEnd } from './run-to-its-end';

/** A run of the verify project: where it is, where its reports go, and whom to ask and tell. */
export interface VerifyRun {
  readonly root: string;
  readonly options: RunOptions;
  readonly outFolder: string;
  /** Ids of the suites in the order in which they are reported. */
  readonly suiteOrder: readonly string[];
  readonly verbose: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly signals: Pick<NodeJS.EventEmitter, 'on' | 'off'>;
  readonly onInterrupt: () => void;
  /** Removes the containers of an interrupted run; Jest's globalTeardown is not run then. */
  readonly cleanUp: () => Promise<void>;
}

/** Runs the suites in Jest, which is their one runner, and says how it ended. */
export async function runVerifyProject(run: VerifyRun): Promise<Conclusion> {
  prepareOutFolder(run.outFolder);
  const runFolder = createRunFolder();
  try {
    const env = jestEnvironment(run, runFolder);
    const jest = await runToItsEnd(jestCommand(run.root), { ...run, cwd: run.root, env });
    return conclude(jest, readResult(runFolder));
  } finally {
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
    require.resolve('jest/bin/jest'),
    `--config=${join(root, 'jest.config.ts')}`,
    '--selectProjects=verify',
    `--reporters=${join(__dirname, '../../reports/verify-reporter.ts')}`,
    // With one test file only, Jest would switch this on and let console output through the live line.
    '--verbose=false',
  ];
}

/** The command line alone decides: variables left over from another run would make this one ask something else. */
function jestEnvironment(run: VerifyRun, runFolder: string): NodeJS.ProcessEnv {
  return {
    ...Object.fromEntries(Object.entries(run.env).filter(([name]) => !name.startsWith('HARNESS_'))),
    ...toEnvironment({ ...run.options, runFolder }),
    HARNESS_OUT: run.outFolder,
    HARNESS_SUITES: run.suiteOrder.join(','),
    ...(run.verbose && { HARNESS_VERBOSE: '1' }),
  };
}
