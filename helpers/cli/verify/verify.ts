import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { removeContainers } from '../../running/remove-containers';
import { type RunOutcome, runOutcome } from '../../running/run-outcome';
import { runVerifyProject, type VerifyRun } from '../../running/run-verify-project';
import { asInvoked } from '../shared/as-invoked';
import { asProgram, complainAs } from '../shared/as-program';
import { parseArguments, type RunCommand } from './arguments';
import { catalogue } from './catalogue';
import { helpText } from './help';
import { listChecks } from './list-checks';
import { agreeOn } from './running-server';

/** The command `verify`: does what the arguments ask, and returns the exit status. */
export async function verify(argv: readonly string[], root = join(__dirname, '../../..')): Promise<number> {
  const command = parseArguments(argv, catalogue);
  switch (command.kind) {
    case 'wrong':
      complain(`${command.problem} (--help explains the options)`);
      return 2;
    case 'help':
      process.stdout.write(asInvoked(helpText(catalogue)));
      return 0;
    case 'version':
      process.stdout.write(`${JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version}\n`);
      return 0;
    case 'list':
      process.stdout.write(listChecks(catalogue.suites, command.only));
      return 0;
    case 'run':
    case 'matrix': {
      const { status, remark } = await outcomeOf(command, root);
      if (remark !== undefined) complain(remark);
      return status;
    }
  }
}

/** Whether these arguments need a Docker engine. */
export function startsContainers(argv: readonly string[]): boolean {
  const command = parseArguments(argv, catalogue);
  return command.kind === 'matrix' || (command.kind === 'run' && !command.host);
}

async function outcomeOf(command: RunCommand, root: string): Promise<RunOutcome> {
  const running =
    command.host && (await agreeOn(command.host, process.env, { input: process.stdin, output: process.stderr }));
  if (command.host && !running) return { status: 2, remark: 'nothing was asked' };
  const run: VerifyRun = {
    root,
    options: { ...command.options, running },
    outFolder: resolve(command.out ?? 'reports/out'),
    suiteOrder: catalogue.suites.map(({ id }) => id),
    verbose: command.verbose,
    env: process.env,
    signals: process,
    onInterrupt: () => complain('stopping, and removing the containers (once more: at once, and leave them)'),
    cleanUp: removeContainers,
  };
  if (command.kind === 'matrix') {
    // Not above: it needs the Docker client, which takes a second to load; and import() finds no TypeScript on Node 20.
    const { verifyMatrix } = require('./verify-matrix') as typeof import('./verify-matrix');
    return verifyMatrix(run, catalogue.suites);
  }
  const { jest, result } = await runVerifyProject(run);
  return runOutcome(jest, result);
}

function complain(line: string): void {
  complainAs('verify', line);
}

if (require.main === module) asProgram('verify', (argv) => verify(argv));
