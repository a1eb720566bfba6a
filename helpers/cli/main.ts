#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { didYouMean } from '../did-you-mean';
import { mainHelp } from './main-help';
import { asProgram } from './shared/as-program';

/** The command of the package, `smtp-auth-harness`: hands over to one of its sub-commands, and returns the exit status. */
export async function main([word, ...argv]: readonly string[]): Promise<number> {
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    process.stdout.write(mainHelp);
    return word === undefined ? 2 : 0;
  }
  if (word === '--version') {
    process.stdout.write(`${JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version}\n`);
    return 0;
  }
  if (!Object.hasOwn(commands, word)) {
    const meant = didYouMean(word, Object.keys(commands));
    const hint = meant ? `did you mean ${meant}?` : `there is ${Object.keys(commands).join(', ')}`;
    process.stderr.write(`smtp-auth-harness: unknown command "${word}"; ${hint}\n`);
    return 2;
  }
  return commands[word as keyof typeof commands](argv);
}

// Loaded when asked for: each takes longer to load than the help to print.
const commands = {
  verify: async (argv: readonly string[]) => {
    const { verify, startsContainers } = require('./verify/verify') as typeof import('./verify/verify');
    return startsContainers(argv) && !setUp() ? 2 : verify(argv);
  },
  diagnose: async (argv: readonly string[]) => {
    const { diagnoseHere } = require('./diagnose/diagnose') as typeof import('./diagnose/diagnose');
    return diagnoseHere(argv);
  },
  reproduce: async (argv: readonly string[]) => {
    const { runReproduce, startsContainers } =
      require('./reproduce/reproduce') as typeof import('./reproduce/reproduce');
    return startsContainers(argv) && !setUp() ? 2 : runReproduce(argv);
  },
};

/** A Docker engine and the base image, as npm's scripts see to them in a clone. It says itself what it can't do. */
function setUp(): boolean {
  return spawnSync('bash', [join(__dirname, '../../containers/setup.sh')], { stdio: 'inherit' }).status === 0;
}

if (require.main === module) asProgram(process.argv[2] ?? 'smtp-auth-harness', main);
