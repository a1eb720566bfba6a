import { join, resolve } from 'node:path';
import { prepareFolder } from '../../../reports/written/write-reports';
import { engineEnvironment } from '../../running/engine-environment';
import { removeContainers } from '../../running/remove-containers';
import type { RunOutcome } from '../../running/run-outcome';
import type { VerifyRun } from '../../running/run-verify-project';
import type { RunOptions } from '../../settings/settings';
import { complainAs } from '../shared/as-program';
import { clean } from '../shared/clean';
import { helpText } from '../shared/help-text';
import { isKeeper, keepInAnotherProcess } from '../shared/keep-process';
import { openInBrowser } from '../shared/open-in-browser';
import { ownVersion } from '../shared/own-version';
import { WrongUsage } from '../shared/parse';
import { readBaseline } from './against-baseline';
import { parseArguments, type RunCommand } from './arguments';
import { catalogue } from './catalogue';
import { lastFailed } from './last-failed';
import { listChecks, listChecksJson } from './list-checks';
import { declareVerify } from './options';
import { agreeOn } from './running-server';
import { verifyOne } from './verify-one';

/** The command `verify`: does what the arguments ask, and returns the exit status. */
export async function verify(argv: readonly string[], root = join(__dirname, '../../..')): Promise<number> {
  const command = parseArguments(argv, catalogue);
  // What starts containers in this process, or removes them, has one engine.
  if ('engines' in command) Object.assign(process.env, engineEnvironment(command.engines[0], process.env));
  switch (command.kind) {
    case 'wrong':
      complain(`${command.problem} (--help explains the options)`);
      return 2;
    case 'help':
      process.stdout.write(helpText('verify', declareVerify(catalogue), process.stdout.columns));
      return 0;
    case 'version':
      process.stdout.write(`${ownVersion()}\n`);
      return 0;
    case 'list':
      process.stdout.write((command.json ? listChecksJson : listChecks)(catalogue.suites, command.only));
      return 0;
    case 'clean':
      complain(await clean());
      return 0;
    case 'run':
    case 'matrix':
    case 'several':
      return ask(command, root);
  }
}

/** The engines that these arguments name. */
export function engines(argv: readonly string[]): readonly string[] {
  const command = parseArguments(argv, catalogue);
  return 'engines' in command ? command.engines : [];
}

/** Whether these arguments need a Docker engine. */
export function startsContainers(argv: readonly string[]): boolean {
  const command = parseArguments(argv, catalogue);
  if (command.kind === 'run') return !command.host;
  return command.kind === 'matrix' || command.kind === 'several' || command.kind === 'clean';
}

async function ask(command: RunCommand, root: string): Promise<number> {
  if (command.keep && isKeeper()) {
    // Loaded only now, as below.
    const { keepServer } = require('./keep-server') as typeof import('./keep-server');
    return keepServer(command.options, complain);
  }
  const outFolder = resolve(command.out ?? 'reports/out');
  const options = optionsOf(command, outFolder);
  if (options === undefined) return 2;
  prepareFolder(outFolder);
  const running =
    command.host && (await agreeOn(command.host, process.env, { input: process.stdin, output: process.stderr }));
  const { status, remark } =
    command.host && !running
      ? { status: 2, remark: 'nothing was asked' }
      : await askAll(command, verifyRun({ ...options, running }, { command, root, outFolder }));
  if (remark !== undefined) complain(remark);
  if (status > 2) return status;
  const unopened = command.open ? openInBrowser(join(outFolder, 'index.html'), process.env) : undefined;
  if (unopened !== undefined) complain(unopened);
  const kept = command.keep ? await keepInAnotherProcess({ outputOnStderr: command.json }) : 0;
  return status === 0 ? kept : status;
}

/** The options of the run, with the checks of the last one where those are wanted; undefined, and said, if there are none. */
function optionsOf({ options, ...command }: RunCommand, outFolder: string): RunOptions | undefined {
  if (!command.lastFailed) return options;
  try {
    const { ids, target } = lastFailed(outFolder);
    const asked = command.host?.host ?? options.image;
    complain(`asking again what did not hold: ${ids.length === 1 ? ids[0] : `${ids.length} checks`}`);
    if (target !== asked) complain(`the last run asked ${target}, and this one asks ${asked}`);
    return { ...options, only: ids };
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    complain(error.message);
    return undefined;
  }
}

interface Place {
  readonly command: RunCommand;
  readonly root: string;
  readonly outFolder: string;
}

/** A run with these options, as the command line has it. */
export function verifyRun(options: RunOptions, { command, root, outFolder }: Place): VerifyRun {
  return {
    root,
    options,
    outFolder,
    formats: command.formats,
    suiteOrder: catalogue.suites.map(({ id }) => id),
    verbose: command.show === 'everything',
    show: command.show === 'only what is wrong' ? 'nowhere' : command.json ? 'stderr' : 'stdout',
    env: process.env,
    signals: process,
    onInterrupt: () => complain('stopping, and removing the containers (once more: at once, and leave them)'),
    cleanUp: () => removeFromAll(command.engines),
  };
}

async function removeFromAll(engines: readonly string[]): Promise<void> {
  await Promise.all((engines.length > 0 ? engines : [undefined]).map(removeContainers));
}

function askAll(
  { kind, targets, engines, json, baseline, writeBaseline }: RunCommand,
  run: VerifyRun,
): Promise<RunOutcome> {
  if (kind === 'run') {
    const compared = {
      baseline: baseline === undefined ? undefined : readBaseline(baseline),
      writeBaselineTo: writeBaseline,
    };
    return verifyOne(run, { json, suites: catalogue.suites, ...compared });
  }
  // Not above: it needs the Docker client, which takes a second to load; and import() finds no TypeScript on Node 20.
  const { verifyMatrix } = require('./verify-matrix') as typeof import('./verify-matrix');
  const plan = { named: kind === 'several' ? targets : undefined, engines };
  return verifyMatrix(run, { json, suites: catalogue.suites }, plan);
}

function complain(line: string): void {
  complainAs('verify', line);
}
