import { join } from 'node:path';
import { setting, toEnvironment } from '../../helpers/settings/settings';
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
  /** Which part of a run this is, as 2/5. */
  readonly shard: string | undefined;
  /** Ids of suites in the order of the report; others follow. */
  readonly suiteOrder: readonly string[];
  readonly verbose: boolean;
  /** Reports are written and nothing is shown: others run beside this one, and the command line speaks for all. */
  readonly quiet: boolean;
}

/**
 * Reads the settings of the run that concern the reporter, and NO_COLOR. If nobody made a run folder (Jest was started without
 * the command line), makes one and sets the variable, since the workers start later and inherit it.
 */
export function reporterEnvironment(env: NodeJS.ProcessEnv, output: TerminalOutput): ReporterEnvironment {
  const given = setting('runFolder', env);
  const runFolder = given ?? createRunFolder();
  Object.assign(env, toEnvironment({ runFolder }));
  return {
    outFolder: setting('outFolder', env) ?? join(__dirname, '../out'),
    formats: setting('formats', env),
    runFolder,
    ownsRunFolder: given === undefined,
    targetName: setting('image', env),
    profile: setting('profile', env),
    shard: setting('shard', env),
    suiteOrder: setting('suiteOrder', env),
    verbose: setting('verbose', env),
    quiet: setting('quiet', env),
    ...terminalOf(env, output),
  };
}
