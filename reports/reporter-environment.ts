import { join } from 'node:path';
import { createRunFolder } from './run-folder';

/** All that the reporter learns from outside. Jest makes it, so the environment is its only way to be told. */
export interface ReporterEnvironment {
  readonly outFolder: string;
  readonly runFolder: string;
  /** Made here, so to be removed here. */
  readonly ownsRunFolder: boolean;
  readonly targetName: string;
  /** Ids of suites in the order of the report; others follow. */
  readonly suiteOrder: readonly string[];
  readonly verbose: boolean;
  readonly colour: boolean;
  /** Columns of the terminal, undefined where output goes elsewhere. */
  readonly width: number | undefined;
}

/**
 * Reads HARNESS_OUT, HARNESS_RUN_FOLDER, HARNESS_IMAGE, HARNESS_SUITES, HARNESS_VERBOSE and NO_COLOR. If nobody made a run folder
 * (Jest was started without the command line), makes one and sets the variable, since the workers start later and
 * inherit it.
 */
export function reporterEnvironment(
  env: NodeJS.ProcessEnv,
  output: { readonly isTTY?: boolean; readonly columns?: number },
): ReporterEnvironment {
  const ownsRunFolder = !env.HARNESS_RUN_FOLDER;
  const runFolder = env.HARNESS_RUN_FOLDER || createRunFolder();
  env.HARNESS_RUN_FOLDER = runFolder;
  return {
    outFolder: env.HARNESS_OUT || join(__dirname, 'out'),
    runFolder,
    ownsRunFolder,
    targetName: env.HARNESS_IMAGE || 'the default target',
    suiteOrder: (env.HARNESS_SUITES ?? '').split(','),
    verbose: env.HARNESS_VERBOSE === '1',
    colour: output.isTTY === true && !env.NO_COLOR,
    width: output.isTTY === true ? (output.columns ?? 80) : undefined,
  };
}
