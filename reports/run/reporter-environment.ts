import { join } from 'node:path';
import { type Terminal, type TerminalOutput, terminalOf } from '../terminal/terminal';
import { createRunFolder } from './run-folder';

/** All that the reporter learns from outside. Jest makes it, so the environment is its only way to be told. */
export interface ReporterEnvironment extends Terminal {
  readonly outFolder: string;
  /** Ids of the formats to be written; empty: those by default. */
  readonly formats: readonly string[];
  readonly runFolder: string;
  /** Made here, so to be removed here. */
  readonly ownsRunFolder: boolean;
  readonly targetName: string;
  /** The file of the target's profile, if it has one. */
  readonly profile: string | undefined;
  /** Ids of suites in the order of the report; others follow. */
  readonly suiteOrder: readonly string[];
  readonly verbose: boolean;
  /** Reports are written and nothing is shown: others run beside this one, and the command line speaks for all. */
  readonly quiet: boolean;
}

/**
 * Reads HARNESS_OUT, HARNESS_FORMATS, HARNESS_RUN_FOLDER, HARNESS_IMAGE, HARNESS_PROFILE, HARNESS_SUITES, HARNESS_VERBOSE, HARNESS_QUIET and NO_COLOR.
 * If nobody made a run folder (Jest was started without the command line), makes one and sets the variable, since the
 * workers start later and inherit it.
 */
export function reporterEnvironment(env: NodeJS.ProcessEnv, output: TerminalOutput): ReporterEnvironment {
  const ownsRunFolder = !env.HARNESS_RUN_FOLDER;
  const runFolder = env.HARNESS_RUN_FOLDER || createRunFolder();
  env.HARNESS_RUN_FOLDER = runFolder;
  return {
    outFolder: env.HARNESS_OUT || join(__dirname, '../out'),
    formats: (env.HARNESS_FORMATS ?? '').split(',').filter(Boolean),
    runFolder,
    ownsRunFolder,
    targetName: env.HARNESS_IMAGE || 'the default target',
    profile: env.HARNESS_PROFILE || undefined,
    suiteOrder: (env.HARNESS_SUITES ?? '').split(','),
    verbose: env.HARNESS_VERBOSE === '1',
    quiet: env.HARNESS_QUIET === '1',
    ...terminalOf(env, output),
  };
}
