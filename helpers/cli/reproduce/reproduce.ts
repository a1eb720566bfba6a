import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { renderFailureModeList } from '../../../reports/failure-modes/failure-mode-list';
import { renderFailureModeIndex, renderFailureModePage } from '../../../reports/failure-modes/failure-mode-page';
import { terminalOf } from '../../../reports/terminal/terminal';
import { catalogue } from '../../failure-modes/catalogue';
import { cleanUpOnSignal } from '../../running/clean-up-on-signal';
import { asInvoked } from '../shared/as-invoked';
import { complainAs } from '../shared/as-program';
import { clean } from '../shared/clean';
import { helpText } from '../shared/help-text';
import { isKeeper, keepInAnotherProcess } from '../shared/keep-process';
import { ownVersion } from '../shared/own-version';
import { parseReproduceArguments, type ReproduceCommand } from './arguments';
import { declareReproduce } from './options';

/** The command `reproduce`: does what the arguments ask, and returns the exit status. */
export async function runReproduce(argv: readonly string[]): Promise<number> {
  const command = understand(argv);
  switch (command.kind) {
    case 'wrong':
      complain(`${command.problem} (--help explains the options)`);
      return 2;
    case 'help':
      process.stdout.write(helpText('reproduce', declareReproduce(), process.stdout.columns));
      return 0;
    case 'version':
      process.stdout.write(`${ownVersion()}\n`);
      return 0;
    case 'list':
      return list(command.family);
    case 'docs':
      return writeDocs(resolve(command.folder ?? 'docs/failure-modes'));
    case 'clean':
      complain(await clean());
      return 0;
    case 'reproduce':
      return breakAndMend(command);
  }
}

/** Whether these arguments need a Docker engine. */
export function startsContainers(argv: readonly string[]): boolean {
  const { kind } = understand(argv);
  return kind === 'reproduce' || kind === 'clean';
}

function understand(argv: readonly string[]): ReproduceCommand {
  return parseReproduceArguments(
    argv,
    catalogue.map(({ id }) => id),
  );
}

function list(family: string | undefined): number {
  const modes = catalogue.filter(({ id }) => family === undefined || id.startsWith(`${family}/`));
  process.stdout.write(renderFailureModeList(modes, terminalOf(process.env, process.stdout)));
  return 0;
}

function writeDocs(folder: string): number {
  // A page of a mode that has another name now would stay.
  for (const family of new Set(catalogue.map(({ id }) => id.split('/')[0] ?? ''))) {
    rmSync(join(folder, family), { recursive: true, force: true });
  }
  for (const mode of catalogue) {
    const path = join(folder, `${mode.id}.md`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, renderFailureModePage(mode));
  }
  writeFileSync(join(folder, 'README.md'), renderFailureModeIndex(catalogue));
  complain(`${catalogue.length} pages in ${folder}`);
  return 0;
}

async function breakAndMend({ id, image, keep }: Extract<ReproduceCommand, { readonly kind: 'reproduce' }>) {
  if (keep && !isKeeper()) return keepInAnotherProcess();
  const mode = catalogue.find((one) => one.id === id);
  const { reproduction } = mode ?? {};
  if (!mode || !reproduction) {
    complain(`${id} can not be reproduced in a container: ${mode?.unreproduced ?? 'no way is known'}`);
    return 2;
  }
  // Loaded only now: the Docker client takes longer to load than a list to print.
  const { useReaperIfHere } =
    require('../../../containers/docker/reaper') as typeof import('../../../containers/docker/reaper');
  const { removeOwn } =
    require('../../../containers/docker/leftovers') as typeof import('../../../containers/docker/leftovers');
  const { reproduce, reproduceAndKeep } = require('./run') as typeof import('./run');
  const { keep: stayWith, wayIn } = require('../shared/keep') as typeof import('../shared/keep');
  cleanUpOnSignal(removeOwn);
  await useReaperIfHere();
  const run = {
    mode,
    reproduction,
    image,
    terminal: terminalOf(process.env, process.stdout),
    write: (text: string) => process.stdout.write(asInvoked(text)),
    tell: complain,
  };
  if (keep) {
    const kept = { state: ', broken', clean: 'npm run reproduce -- --clean' };
    return stayWith(
      () => reproduceAndKeep(run),
      (target) => run.write(wayIn(target, kept)),
    );
  }
  return (await reproduce(run)) ? 0 : 1;
}

function complain(line: string): void {
  complainAs('reproduce', line);
}
